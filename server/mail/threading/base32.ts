const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'
const VALUES = new Map([...ALPHABET].map((letter, value) => [letter, value]))

/** RFC 4648 base 32 in lower case, without padding: survives servers that change the case of a local part. */
export function toBase32(bytes: Uint8Array): string {
  let out = ''
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff
    bits += 8
    while (bits >= 5) {
      bits -= 5
      out += ALPHABET[(held >> bits) & 31]
    }
  }
  return bits > 0 ? out + ALPHABET[(held << (5 - bits)) & 31] : out
}

/** Null when a letter is none of the alphabet's, or when bits are left over that the writer never sets. */
export function fromBase32(text: string): Buffer | null {
  const out: number[] = []
  let bits = 0
  let held = 0
  for (const letter of text.toLowerCase()) {
    const value = VALUES.get(letter)
    if (value === undefined) return null
    held = ((held << 5) | value) & 0xffff
    bits += 5
    if (bits >= 8) {
      bits -= 8
      out.push((held >> bits) & 255)
    }
  }
  return bits >= 5 || (held & ((1 << bits) - 1)) !== 0 ? null : Buffer.from(out)
}
