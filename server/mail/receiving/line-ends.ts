const CR = 13
const LF = 10

/**
 * Watches a stream of bytes for line ends that are not CRLF. Servers that read a lone LF or CR as a line end, and others that do
 * not, are how one mail becomes two (SMTP smuggling, CVE-2023-51764): such mail is refused as a whole.
 */
export class LineEnds {
  bare: 'cr' | 'lf' | null = null
  #lastWasCr = false

  see(chunk: Uint8Array): void {
    if (this.bare !== null || chunk.length === 0) return
    let at = 0
    if (this.#lastWasCr && chunk[0] !== LF) {
      this.bare = 'cr'
      return
    }
    if (this.#lastWasCr) at = 1
    this.#lastWasCr = false
    while (at < chunk.length) {
      const cr = chunk.indexOf(CR, at)
      const lf = chunk.indexOf(LF, at)
      if (lf !== -1 && (cr === -1 || lf < cr)) {
        this.bare = 'lf'
        return
      }
      if (cr === -1) return
      if (cr === chunk.length - 1) {
        this.#lastWasCr = true
        return
      }
      if (chunk[cr + 1] !== LF) {
        this.bare = 'cr'
        return
      }
      at = cr + 2
    }
  }

  end(): void {
    if (this.#lastWasCr) this.bare ??= 'cr'
  }
}
