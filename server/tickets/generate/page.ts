/** Lines gathered as bytes. They are written at once: text that lives until a batch is full costs more to keep than to make. */
export class Page {
  private bytes = Buffer.from(new ArrayBuffer(1 << 20))
  private used = 0

  add(line: string): void {
    // UTF-8 takes at most three bytes for a code unit.
    const most = this.used + line.length * 3
    if (most > this.bytes.length) {
      const larger = Buffer.from(new ArrayBuffer(Math.max(this.bytes.length * 2, most)))
      this.bytes.copy(larger, 0, 0, this.used)
      this.bytes = larger
    }
    this.used += this.bytes.write(line, this.used)
  }

  /** What was gathered; nothing may be added after it. */
  finished(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.bytes.buffer, 0, this.used)
  }
}
