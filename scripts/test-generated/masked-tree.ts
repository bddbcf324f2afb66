const TEXTS = /(?:ExprStringLiteral|InterpolatedStringLiteralElement|FStringPart::Literal|StringLiteral) \{$/
const POSITIONS = /^\s*(?:range|node_index): /

/**
 * ruff's syntax tree as text without the contents of its string literals and without positions: equal for files that
 * differ in texts only. What belongs to a node is indented below it.
 */
export function maskTexts(tree: string): string {
  const kept: string[] = []
  let masked = -1
  for (const line of tree.split('\n')) {
    const depth = line.search(/\S/)
    if (masked >= 0) {
      if (depth > masked) continue
      masked = -1
      continue
    }
    if (POSITIONS.test(line)) continue
    kept.push(line)
    if (TEXTS.test(line)) masked = depth
  }
  return kept.join('\n')
}
