import { nameCharacter, placeIn } from "./name-character";

/** Characters without a width, and those that turn the direction of text: nobody sees them, and nobody types them. */
export const UNSEEN = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/;

/** What of a name or an address is not seen at all, white space at an end included: to stand behind its name. */
export function describeUnseen(text: string): string | undefined {
  return text.trim() === text
    ? findUnseen(text)
    : "begins or ends with white space, which is never seen: take it away.";
}

/** Names the first character of a text that is not seen, and where it stands: to stand behind the text's name. */
export function findUnseen(text: string): string | undefined {
  const found = UNSEEN.exec(text);
  return found === null
    ? undefined
    : `has ${nameCharacter(found[0])} ${placeIn(text, found.index, found[0].length)}, which is never seen: take it out.`;
}
