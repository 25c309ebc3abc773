import { hash, verify } from '@node-rs/argon2'

/** argon2id with OWASP's parameters: 19 MiB, two passes, one lane (Password Storage Cheat Sheet). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Hashing is memory for the attacker and for us: a rush of sign-ins waits in line. */
const AT_ONCE = 2
let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next !== undefined) next()
    else running--
  }
}

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFKC'), COST))
}

let stranger: Promise<string> | undefined

/** Takes the same time whether there is such an account or not: a stranger's password is compared with a hash of nobody's. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  stranger ??= hashPassword('nobody has this one')
  const against = stored ?? (await stranger)
  const right = await inTurn(() => verify(against, password.normalize('NFKC')))
  return right && stored !== null
}
