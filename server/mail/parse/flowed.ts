/** Text of `format=flowed` (RFC 3676) with its soft line ends joined; quote depths and the signature delimiter are kept. */
export function unflow(text: string, delSp: boolean): string {
  const out: string[] = []
  let open: { depth: number; pieces: string[] } | null = null
  const close = () => {
    if (open) out.push((open.depth > 0 ? `${'>'.repeat(open.depth)} ` : '') + open.pieces.join(''))
    open = null
  }
  for (const line of text.split('\n')) {
    let depth = 0
    while (line[depth] === '>') depth++
    let body = line.slice(depth)
    // Space-stuffing: one blank after the quote marks is not part of the text.
    if (body.startsWith(' ')) body = body.slice(1)
    const joined = open as { depth: number; pieces: string[] } | null
    if (joined && joined.depth !== depth) close()
    if (body === '-- ' || !body.endsWith(' ')) {
      if (body === '-- ') close()
      const run = open as { depth: number; pieces: string[] } | null
      if (run) run.pieces.push(body)
      else open = { depth, pieces: [body] }
      close()
      continue
    }
    const piece = delSp ? body.slice(0, -1) : body
    const run = open as { depth: number; pieces: string[] } | null
    if (run) run.pieces.push(piece)
    else open = { depth, pieces: [piece] }
  }
  close()
  return out.join('\n')
}
