// What a module imports and which globals it reaches, from its syntax tree.

import { parseSync } from 'vite';

export interface Import {
  specifier: string;
  /** Types alone: nothing of it is there at run time. */
  typeOnly: boolean;
  dynamic: boolean;
}

export interface Module {
  /** Path inside `src`, such as `rules/apply.ts`. */
  path: string;
  imports: Import[];
  /** Names that the module does not declare, with the member reached, such as `Math.floor`; and what is no name: `**`, `import.meta`. */
  globals: string[];
  /** Every member reached by name, whatever of. */
  members: string[];
}

interface Node {
  type: string;
  [key: string]: unknown;
}

/** @throws when the text is no TypeScript */
export function readModule(path: string, text: string): Module {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const reader = new Reader();
  reader.module(program as unknown as Node);
  return { path, imports: reader.imports, globals: [...reader.globals].sort(), members: [...reader.members].sort() };
}

/** Stands for a specifier that is no plain text. */
export const COMPUTED = '(computed)';

/** Names visible at a place, inner scopes first. */
type Scope = readonly ReadonlySet<string>[];

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
const nodesIn = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : []);
const childrenOf = (node: Node): Node[] => Object.values(node).flatMap(nodesIn);

/** Types that wrap an expression; all others of TypeScript's own vanish before the code runs. */
const WRAPPERS = ['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression', 'TSTypeAssertion', 'TSInstantiationExpression'];
const FUNCTIONS = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'];
const LOOPS = ['ForStatement', 'ForInStatement', 'ForOfStatement'];

/** What of a node is to be read next, and what is declared there. */
type Inside = [nodes: readonly Node[], scope: Scope];

class Reader {
  readonly imports: Import[] = [];
  readonly globals = new Set<string>();
  readonly members = new Set<string>();

  module(program: Node): void {
    this.#findImports(program);
    const body = nodesIn(program.body);
    for (const node of body) this.#visit(node, [new Set([...declaredBy(body), ...hoisted(program)])]);
  }

  #findImports(node: Node): void {
    const { source } = node;
    if (node.type === 'ImportExpression') {
      this.imports.push({ specifier: textOf(source), typeOnly: false, dynamic: true });
    } else if (node.type === 'TSExternalModuleReference') {
      this.imports.push({ specifier: textOf(node.expression), typeOnly: false, dynamic: false });
    } else if (isNode(source)) {
      const kinds = nodesIn(node.specifiers).map(({ importKind, exportKind }) => importKind ?? exportKind);
      const typeOnly = node.type === 'TSImportType' || (node.importKind ?? node.exportKind) === 'type' || (kinds.length > 0 && kinds.every((kind) => kind === 'type'));
      this.imports.push({ specifier: textOf(source), typeOnly, dynamic: false });
    }
    for (const child of childrenOf(node)) this.#findImports(child);
  }

  #visit(node: Node, scope: Scope): void {
    const [nodes, inner] = this.#read(node, scope);
    for (const child of nodes) this.#visit(child, inner);
  }

  /** Notes what a node reaches. Names that it binds are declared where they stand, and so are no globals. */
  #read(node: Node, scope: Scope): Inside {
    if (WRAPPERS.includes(node.type)) return [nodesIn(node.expression), scope];
    if (node.type.startsWith('TS')) return [[], scope];
    if (FUNCTIONS.includes(node.type)) return insideFunction(node, scope);
    if (LOOPS.includes(node.type)) return [childrenOf(node), [new Set(declaredBy(nodesIn(node.init ?? node.left))), ...scope]];
    switch (node.type) {
      case 'Identifier':
        this.#reach(node.name as string, node.name as string, scope);
        return [[], scope];
      case 'MemberExpression': {
        const object = node.object as Node;
        const property = node.property as Node;
        if (node.computed === true) return [[object, property], scope];
        this.members.add(property.name as string);
        if (object.type !== 'Identifier') return [[object], scope];
        this.#reach(object.name as string, `${object.name}.${property.name}`, scope);
        return [[], scope];
      }
      case 'ObjectPattern':
        for (const { key } of nodesIn(node.properties)) if (isNode(key)) this.members.add(String(key.name ?? key.value));
        return [childrenOf(node), scope];
      case 'Property':
      case 'MethodDefinition':
      case 'PropertyDefinition':
      case 'AccessorProperty':
        return [[...(node.computed === true ? nodesIn(node.key) : []), ...nodesIn(node.value), ...nodesIn(node.decorators)], scope];
      case 'BlockStatement':
      case 'StaticBlock':
        return [nodesIn(node.body), [new Set(declaredBy(nodesIn(node.body))), ...scope]];
      case 'SwitchStatement': {
        const statements = nodesIn(node.cases).flatMap(({ consequent }) => nodesIn(consequent));
        return [childrenOf(node), [new Set(declaredBy(statements)), ...scope]];
      }
      case 'CatchClause':
        return [nodesIn(node.body), [new Set(nodesIn(node.param).flatMap(boundBy)), ...scope]];
      case 'ClassDeclaration':
      case 'ClassExpression':
        return [
          [...nodesIn(node.superClass), ...nodesIn(node.body), ...nodesIn(node.decorators)],
          [new Set(nodesIn(node.id).flatMap(boundBy)), ...scope],
        ];
      case 'LabeledStatement':
        return [nodesIn(node.body), scope];
      case 'ExportNamedDeclaration':
        return [nodesIn(node.declaration), scope];
      case 'ImportDeclaration':
      case 'ExportAllDeclaration':
      case 'BreakStatement':
      case 'ContinueStatement':
        return [[], scope];
      case 'MetaProperty':
        if ((node.meta as Node).name === 'import') this.globals.add('import.meta');
        return [[], scope];
      case 'BinaryExpression':
      case 'AssignmentExpression':
        if (node.operator === '**' || node.operator === '**=') this.globals.add('**');
        return [childrenOf(node), scope];
      default:
        return [childrenOf(node), scope];
    }
  }

  #reach(name: string, reached: string, scope: Scope): void {
    if (!scope.some((names) => names.has(name))) this.globals.add(reached);
  }
}

function insideFunction(node: Node, scope: Scope): Inside {
  const parameters = nodesIn(node.params);
  const body = nodesIn(node.body);
  const ownName = node.type === 'FunctionExpression' ? nodesIn(node.id).flatMap(boundBy) : [];
  return [
    [...parameters, ...body],
    [new Set([...ownName, ...parameters.flatMap(boundBy), ...body.flatMap(hoisted)]), ...scope],
  ];
}

/** The text of a specifier. */
function textOf(node: unknown): string {
  return isNode(node) && typeof node.value === 'string' ? node.value : COMPUTED;
}

/** The names a pattern binds. */
function boundBy(pattern: Node): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name as string];
    case 'Property':
      return boundBy(pattern.value as Node);
    case 'AssignmentPattern':
      return boundBy(pattern.left as Node);
    case 'TSParameterProperty':
      return boundBy(pattern.parameter as Node);
    default:
      return childrenOf(pattern).flatMap((inner) => (inner.type.startsWith('TS') ? [] : boundBy(inner)));
  }
}

/** The names that statements declare in their own block. */
function declaredBy(statements: readonly Node[]): string[] {
  return statements.flatMap((statement): string[] => {
    switch (statement.type) {
      case 'VariableDeclaration':
        return nodesIn(statement.declarations).flatMap(({ id }) => boundBy(id as Node));
      case 'FunctionDeclaration':
      case 'ClassDeclaration':
      case 'TSEnumDeclaration':
        return nodesIn(statement.id).flatMap(boundBy);
      case 'ImportDeclaration':
        return nodesIn(statement.specifiers).flatMap(({ local }) => boundBy(local as Node));
      case 'ExportNamedDeclaration':
      case 'ExportDefaultDeclaration':
        return declaredBy(nodesIn(statement.declaration));
      default:
        return [];
    }
  });
}

/** The names of `var`s, wherever in a function they stand. */
function hoisted(node: Node): string[] {
  const own = node.type === 'VariableDeclaration' && node.kind === 'var' ? declaredBy([node]) : [];
  return [...own, ...childrenOf(node).flatMap((child) => (FUNCTIONS.includes(child.type) ? [] : hoisted(child)))];
}
