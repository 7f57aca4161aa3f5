import ts from "typescript";
import type { EntryPoint, NamedType, Property, PublicFunction, ResourceClass } from "./model";
import { readComment } from "./read-comment";
import { TypeReader } from "./read-types";
import { typeText } from "./type-text";

/**
 * What a file exports, with its doc comments.
 * @param folder where the declarations are that are ours
 */
export function readEntryPoint(program: ts.Program, file: string, folder: string): EntryPoint {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source === undefined ? undefined : checker.getSymbolAtLocation(source);
  if (module === undefined) {
    throw new Error(`${file} is no module: name an entry point of the package.`);
  }
  const reader = new TypeReader(checker, folder);
  const exported = checker
    .getExportsOfModule(module)
    .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol));
  const resources: ResourceClass[] = [];
  const functions: PublicFunction[] = [];
  const errors: NamedType[] = [];
  for (const symbol of exported) {
    const [declaration] = symbol.declarations ?? [];
    if (declaration === undefined) continue;
    if (ts.isClassDeclaration(declaration)) {
      if (symbol.name.endsWith("Error")) errors.push(readError(symbol, declaration, reader, checker));
      else resources.push(readResource(symbol, declaration, reader, checker));
    } else if (ts.isFunctionDeclaration(declaration)) {
      functions.push(readFunction(symbol, declaration, reader, checker));
    } else {
      reader.named(symbol);
    }
  }
  errors.sort((one, other) => Number(other.name === "PingOneError") - Number(one.name === "PingOneError"));
  return { resources, functions, errors, types: reader.types };
}

function readResource(
  symbol: ts.Symbol,
  declaration: ts.ClassDeclaration,
  reader: TypeReader,
  checker: ts.TypeChecker,
): ResourceClass {
  const constructor = declaration.members.find((member) => ts.isConstructorDeclaration(member));
  const args = constructor?.parameters[1]?.type;
  const argsType = args === undefined ? undefined : checker.getTypeFromTypeNode(args);
  // Alternatives have no symbol but that of their name.
  const argsSymbol = argsType?.aliasSymbol ?? argsType?.symbol;
  if (args === undefined || argsSymbol === undefined) {
    throw new Error(`${symbol.name} has no constructor(name, args): document it by hand, or give it one.`);
  }
  reader.mentions(args);
  return {
    name: symbol.name,
    comment: readComment(symbol, checker),
    args: reader.named(argsSymbol),
    outputs: declaration.members.flatMap((member) => (isOutput(member) ? propertyOf(member) : [])),
    methods: declaration.members.flatMap((member) =>
      ts.isMethodDeclaration(member) && isStatic(member) ? methodOf(member) : [],
    ),
  };

  function propertyOf(member: ts.ClassElement): Property[] {
    const property = member.name === undefined ? undefined : checker.getSymbolAtLocation(member.name);
    return property === undefined ? [] : [reader.property(property)];
  }

  function methodOf(member: ts.MethodDeclaration): Property[] {
    const type = `${symbol.name}.${member.name.getText()}(${parametersOf(member)})`;
    return propertyOf(member).map((property) => ({ ...property, type }));
  }
}

function readError(
  symbol: ts.Symbol,
  declaration: ts.ClassDeclaration,
  reader: TypeReader,
  checker: ts.TypeChecker,
): NamedType {
  const own = checker
    .getDeclaredTypeOfSymbol(symbol)
    .getProperties()
    .filter(({ valueDeclaration }) => valueDeclaration?.getSourceFile() === declaration.getSourceFile())
    .filter(({ name }) => name !== "name" && !name.startsWith("__"));
  const properties = own.map((property) => reader.property(property));
  const mentions = properties.flatMap((property) => property.mentions);
  return { name: symbol.name, comment: readComment(symbol, checker), text: "", properties, mentions };
}

function readFunction(
  symbol: ts.Symbol,
  declaration: ts.FunctionDeclaration,
  reader: TypeReader,
  checker: ts.TypeChecker,
): PublicFunction {
  const shown = declaration.type === undefined ? "void" : typeText(declaration.type);
  const isOutput = declaration.type?.getText().startsWith("pulumi.Output<") === true;
  const result = isOutput ? `pulumi.Output<${shown}>` : shown;
  return {
    name: symbol.name,
    signature: `${symbol.name}(${parametersOf(declaration)}): ${result}`,
    comment: readComment(symbol, checker),
    mentions: [...declaration.parameters, declaration.type].flatMap((node) =>
      node === undefined ? [] : reader.mentions(node),
    ),
  };
}

function parametersOf({ parameters }: ts.SignatureDeclarationBase): string {
  return parameters
    .map(({ name, type, questionToken, initializer }) => {
      const mark = questionToken === undefined && initializer === undefined ? "" : "?";
      return `${name.getText()}${mark}: ${type === undefined ? "unknown" : typeText(type)}`;
    })
    .join(", ");
}

function isOutput(member: ts.ClassElement): boolean {
  return ts.isPropertyDeclaration(member) && !isStatic(member);
}

function isStatic(member: ts.ClassElement): boolean {
  return ts.canHaveModifiers(member)
    ? (ts.getModifiers(member) ?? []).some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword)
    : false;
}
