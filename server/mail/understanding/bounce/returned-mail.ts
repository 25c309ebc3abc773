/** Where the returned mail begins: what follows is ours, and its addresses did not fail. */
const RETURNED =
  /^[->|*= ]*(?:-{2,}[ -]*)?(?:this is a copy of the message|below this line is a copy|original message follows|(?:the )?(?:original|returned|undelivered|unsent|included|failed|rejected) (?:message|mail|e-?mail)(?: headers?| text| body| below| follows| was| content)?|message headers? follows?|(?:a )?copy of (?:the |your )?(?:original )?message|start of (?:returned|original)|message (?:header|text|contents?) follows|the header of (?:the|your)|returned message follows|headers of (?:the )?original|the following is a copy|-+ ?(?:original|returned) message|ursprüngliche nachricht|opprinnelig melding|attached is the original|your message(?: reads)? \(in part\)|text of (?:your|the) message|received: from|return-path: <)/i

/** Index of the line with which the returned mail begins; the number of lines when it is not in the text. */
export function returnedAt(lines: readonly string[]): number {
  for (const [i, line] of lines.entries()) {
    // A marker in the first line of the text is a title, not the returned mail.
    if (i > 0 && RETURNED.test(line.slice(0, 300)) && !/(?:could|was|cannot|unable|not be|failed to)/i.test(line))
      return i
  }
  return lines.length
}

const HEADER_LINE =
  /^(?:received|return-path|message-id|from|to|date|subject|delivered-to|mime-version|x-[\w-]{1,40}|dkim-signature): /i

/** The header of the returned mail inside the text: behind the line that announces it, or from the first `Received:`. */
export function embeddedHeaders(text: string): string {
  const lines = text
    .slice(0, 200_000)
    .split('\n', 3_000)
    .map((line) => line.replace(/^(?:> ?|\| ?)/, ''))
  const announced = returnedAt(lines)
  let start = -1
  for (let i = announced < lines.length ? announced : 0; i < lines.length && start < 0; i++) {
    if (
      HEADER_LINE.test(lines[i]!) &&
      (announced < lines.length || /^(?:received|return-path|message-id):/i.test(lines[i]!))
    )
      start = i
  }
  if (start < 0) return ''
  let end = start
  while (end < lines.length && lines[end]!.trim() !== '') end++
  return lines.slice(start, end).join('\n')
}
