import openapiTS, { astToString } from 'openapi-typescript'
import ts from 'typescript'

import { contract, type JsonObject, objectAt } from './contract.ts'

/**
 * Returns the source of `schema.ts`: the types of openapi-typescript, without those that no code uses. These are the responses of
 * errors (the client throws an `ApiError` for each of them), the headers of responses, properties that can only be absent, and the
 * paths of the public API, which the client never calls.
 */
export async function typesSource(): Promise<string> {
  const nodes = await openapiTS(JSON.stringify(withoutErrors()))
  return astToString(nodes.flatMap<ts.Node>((node) => trim(node) ?? []))
}

/** Returns the contract without the responses of errors, and without the components that only these use. */
function withoutErrors(): JsonObject {
  const operations = JSON.stringify(objectAt(contract, 'paths'), (key, value: JsonObject) =>
    key === 'responses' ? successesOf(value) : value,
  )
  const components = objectAt(contract, 'components')
  const responses = Object.entries(objectAt(components, 'responses')).filter(([name]) =>
    operations.includes(`"#/components/responses/${name}"`),
  )
  return {
    ...contract,
    paths: JSON.parse(operations) as JsonObject,
    components: { ...components, responses: Object.fromEntries(responses) },
  }
}

function successesOf(responses: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(responses).filter(([status]) => status.startsWith('2')))
}

/** Returns a node without the members that no code uses; undefined if the node is one of them. */
function trim(node: ts.Node): ts.Node | undefined {
  if (!ts.isPropertySignature(node)) return ts.visitEachChild(node, trim, undefined)
  if (isUnused(node)) return undefined
  // The description is at the shared parameter. In an operation that refers to it, it would be a copy.
  if (isSharedParameter(node)) ts.setSyntheticLeadingComments(node, undefined)
  return ts.visitEachChild(node, trim, undefined)
}

function isUnused({ name, type, questionToken }: ts.PropertySignature): boolean {
  const key = ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : ''
  const isPublicPath = key.startsWith('/v1/')
  const isHeaders =
    key === 'headers' &&
    type &&
    ts.isTypeLiteralNode(type) &&
    type.members.some(ts.isIndexSignatureDeclaration)
  // The client's types read the content of a response without content, too.
  const isAbsent = questionToken && type?.kind === ts.SyntaxKind.NeverKeyword && key !== 'content'
  return isPublicPath || isHeaders === true || isAbsent === true
}

/** Whether a property has the type `components['parameters'][…]`. */
function isSharedParameter({ type }: ts.PropertySignature): boolean {
  return (
    type !== undefined &&
    ts.isIndexedAccessTypeNode(type) &&
    ts.isIndexedAccessTypeNode(type.objectType) &&
    ts.isLiteralTypeNode(type.objectType.indexType) &&
    ts.isStringLiteral(type.objectType.indexType.literal) &&
    type.objectType.indexType.literal.text === 'parameters'
  )
}
