import ts from "typescript";

/** Wrappers that say how a value arrives, not what it is. */
const WRAPPERS: readonly string[] = ["pulumi.Input", "Input", "pulumi.Output", "Readonly", "Partial"];

/** They tell the compiler one type from another, and nothing to a reader. */
const MARKS: readonly string[] = ["NotAList"];

/** A type as a reader needs it: on one line, without Pulumi's wrappers and without `undefined`. */
export function typeText(node: ts.TypeNode): string {
  if (ts.isTypeReferenceNode(node)) {
    const [argument] = node.typeArguments ?? [];
    const name = node.typeName.getText();
    if (argument !== undefined && WRAPPERS.includes(name)) {
      return typeText(argument);
    }
    return node.typeArguments === undefined
      ? name
      : `${name}<${node.typeArguments.map(typeText).join(", ")}>`;
  }
  if (ts.isUnionTypeNode(node)) {
    const parts = node.types.filter((part) => part.kind !== ts.SyntaxKind.UndefinedKeyword).map(typeText);
    return [...new Set(parts)].join(" | ");
  }
  if (ts.isIntersectionTypeNode(node)) {
    const parts = node.types.map(typeText).filter((part) => !MARKS.includes(part));
    return parts.map((part) => (part.includes(" | ") ? `(${part})` : part)).join(" & ");
  }
  if (ts.isTypeLiteralNode(node)) {
    const members = node.members.filter((member) => !isExcluded(member)).map(memberText);
    return members.length === 0 ? "{}" : `{ ${members.join("; ")} }`;
  }
  if (ts.isArrayTypeNode(node)) {
    const element = typeText(node.elementType);
    return element.includes(" | ") ? `(${element})[]` : `${element}[]`;
  }
  if (ts.isTypeOperatorNode(node) || ts.isParenthesizedTypeNode(node)) {
    return typeText(node.type);
  }
  if (ts.isImportTypeNode(node)) {
    return node.qualifier?.getText() ?? node.getText();
  }
  return node.getText().replace(/\s+/g, " ");
}

/** Whether a member says only that it may not be given. */
function isExcluded(member: ts.TypeElement): boolean {
  return ts.isPropertySignature(member) && member.type?.kind === ts.SyntaxKind.UndefinedKeyword;
}

function memberText(member: ts.TypeElement): string {
  if (!ts.isPropertySignature(member) || member.type === undefined) {
    return member.getText();
  }
  return `${member.name.getText()}${member.questionToken === undefined ? "" : "?"}: ${typeText(member.type)}`;
}

/** Whether a type says that there may be no value. */
export function mayBeAbsent(node: ts.TypeNode): boolean {
  if (ts.isUnionTypeNode(node)) {
    return node.types.some((part) => part.kind === ts.SyntaxKind.UndefinedKeyword);
  }
  return ts.isTypeReferenceNode(node) && (node.typeArguments ?? []).some(mayBeAbsent);
}
