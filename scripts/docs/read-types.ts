import ts from "typescript";
import type { NamedType, Property } from "./model";
import { readComment } from "./read-comment";
import { mayBeAbsent, typeText } from "./type-text";

/** Reads types by name, and on the way those that they mention. */
export class TypeReader {
  readonly types = new Map<string, NamedType>();
  readonly #checker: ts.TypeChecker;
  readonly #folder: string;

  /** @param folder where the declarations are that are ours */
  constructor(checker: ts.TypeChecker, folder: string) {
    this.#checker = checker;
    this.#folder = folder;
  }

  /** A property, an input or an output. */
  property(symbol: ts.Symbol): Property {
    const declarations = symbol.declarations ?? [];
    // Of alternatives, one that takes the property says what it is.
    const declaration = declarations.find((each) => !isExcluded(each)) ?? declarations[0];
    const [call] = this.#checker.getTypeOfSymbol(symbol).getCallSignatures();
    if (call !== undefined && declaration?.getSourceFile().fileName.startsWith(this.#folder) === true) {
      return this.#method(symbol, call);
    }
    const type = declaration === undefined ? undefined : typeNodeOf(declaration);
    const optional = (symbol.flags & ts.SymbolFlags.Optional) !== 0;
    return {
      name: symbol.name,
      type: type === undefined ? this.#text(this.#checker.getTypeOfSymbol(symbol)) : typeText(type),
      optional: optional || (type !== undefined && mayBeAbsent(type)),
      comment: readComment(symbol, this.#checker),
      mentions: type === undefined ? [] : this.mentions(type),
    };
  }

  /** A method of an object, its parameters written out. */
  #method(symbol: ts.Symbol, call: ts.Signature): Property {
    const [parameter] = call.getParameters();
    const given = parameter === undefined ? undefined : this.#checker.getTypeOfSymbol(parameter);
    const forms = given === undefined ? [] : given.isUnion() ? given.types : [given];
    const parameters = forms.map((form) => this.properties(form));
    const shown = parameters.map((form) => `{ ${form.map(shownField).join("; ")} }`);
    const result = this.#text(call.getReturnType()).replace("readonly ", "");
    return {
      name: symbol.name,
      type: `(${shown.join(" | ")}): ${result}`,
      optional: false,
      comment: readComment(symbol, this.#checker),
      mentions: [...parameters.flat().flatMap(({ mentions }) => mentions), ...(result.match(/\w+/g) ?? [])],
    };
  }

  /** A type with the properties that a reader can name, those of its bases included. */
  named(symbol: ts.Symbol): NamedType {
    const known = this.types.get(symbol.name);
    if (known !== undefined) return known;
    const [declaration] = symbol.declarations ?? [];
    const node =
      declaration !== undefined && ts.isTypeAliasDeclaration(declaration) ? declaration.type : undefined;
    const type = this.#checker.getDeclaredTypeOfSymbol(symbol);
    // A text has the properties of every text.
    const properties = hasProperties(type, node) ? this.properties(type) : [];
    const named: NamedType = {
      name: symbol.name,
      comment: readComment(symbol, this.#checker),
      text: node === undefined ? "" : isComputed(node) ? this.#text(type) : typeText(node),
      properties,
      // With its properties a type is told in full, the parts it is put together from included.
      mentions: node === undefined || properties.length > 0 ? [] : this.mentions(node),
    };
    this.types.set(symbol.name, named);
    return named;
  }

  /** The properties of a type but for those that a program cannot name. */
  properties(type: ts.Type): Property[] {
    return type
      .getProperties()
      .filter(({ name }) => !name.startsWith("__"))
      .map((property) => this.property(property));
  }

  /** Names of our types in a type; each is read. */
  mentions(node: ts.Node): string[] {
    const found = new Set<string>();
    const visit = (part: ts.Node) => {
      if (ts.isTypeReferenceNode(part) || ts.isExpressionWithTypeArguments(part)) {
        const symbol = this.#ours(ts.isTypeReferenceNode(part) ? part.typeName : part.expression);
        if (symbol !== undefined) {
          found.add(symbol.name);
          this.named(symbol);
        }
      }
      ts.forEachChild(part, visit);
    };
    visit(node);
    return [...found];
  }

  #ours(name: ts.Node): ts.Symbol | undefined {
    const symbol = this.#checker.getSymbolAtLocation(name);
    if (symbol === undefined) return undefined;
    const target = symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol;
    const [declaration] = target.declarations ?? [];
    const isType =
      declaration !== undefined &&
      (ts.isTypeAliasDeclaration(declaration) || ts.isInterfaceDeclaration(declaration));
    return isType && declaration.getSourceFile().fileName.startsWith(this.#folder) ? target : undefined;
  }

  #text(type: ts.Type): string {
    return this.#checker.typeToString(
      type,
      undefined,
      ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.InTypeAlias,
    );
  }
}

function typeNodeOf(declaration: ts.Declaration): ts.TypeNode | undefined {
  return ts.isPropertySignature(declaration) ||
    ts.isPropertyDeclaration(declaration) ||
    ts.isParameter(declaration)
    ? declaration.type
    : undefined;
}

/** Whether a property is named only to say that it may not be given. */
function isExcluded(declaration: ts.Declaration): boolean {
  return typeNodeOf(declaration)?.kind === ts.SyntaxKind.UndefinedKeyword;
}

function shownField({ name, type, optional }: Property): string {
  return `${name}${optional ? "?" : ""}: ${type}`;
}

/** Whether the text of a type says how it comes about, and not what it is. */
function isComputed(node: ts.TypeNode): boolean {
  return ts.isIndexedAccessTypeNode(node) || ts.isTypeOperatorNode(node);
}

/** Alternatives have those that each of them names; such as are written out are read more easily as they stand. */
function hasProperties(type: ts.Type, node: ts.TypeNode | undefined): boolean {
  if (type.isUnion()) {
    const isWritten =
      node !== undefined && ts.isUnionTypeNode(node) && node.types.every(ts.isTypeLiteralNode);
    return !isWritten && type.types.every((part) => hasProperties(part, undefined));
  }
  return (type.flags & ts.TypeFlags.Object) !== 0 || type.isIntersection();
}
