/** Characters that Markdown, GitHub's included, or HTML gives a meaning. */
const MARKUP = /[&<>\\`*_[\]|~$]|:(?=\/\/)|(?<=www)\./gi;

/** Longer texts are cut: a job summary and a comment have an end. */
const LONGEST = 500;

/**
 * Makes a text stand in Markdown for nothing but itself, on one line: no table, HTML, link, image or code comes out of it, and nobody is
 * mentioned.
 */
export function escapeMarkdown(text: string): string {
  const line = text
    // Line breaks, and what turns the direction of writing or hides.
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ")
    .trim();
  const cut = line.length > LONGEST ? `${line.slice(0, LONGEST).replace(/\p{Cs}$/u, "")}…` : line;
  return (
    cut
      .replace(MARKUP, (character) => `&#${character.charCodeAt(0)};`)
      // GitHub looks for mentions and references in what Markdown has become: a space without width keeps it from finding any.
      .replace(/@|(?<!&)#|(?<=\bGH)-(?=\d)/gi, "$&&#8203;")
      .replace(/^(?=[-+]|\d+[.)])/, "&#8203;")
  );
}
