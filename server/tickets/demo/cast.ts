import type { Language } from '#contract'
import type { Chance } from '../generate/chance.ts'
import type { Surroundings } from './texts/index.ts'

export interface DemoOrganisation {
  name: string
  domain: string
  /** Shaped like the country's, with a check digit that is never right. */
  organisationNumber: string
}
export interface DemoPerson {
  name: string
  email: string
  phone: string
  /** Place in `organisations`; null: a private person. */
  organisation: number | null
}
export interface Cast {
  organisations: DemoOrganisation[]
  persons: DemoPerson[]
  agents: { name: string; email: string }[]
}

const PERSONS = 120
/** The rest are private persons. */
const CONTACTS = 80

/** Everybody in the sample data. Addresses end in .example (RFC 2606): no mail can reach anybody. */
export function cast(language: Language, words: Surroundings, chance: Chance): Cast {
  const organisations = words.organisations.map(
    (name): DemoOrganisation => ({
      name,
      domain: `${domainName(name)}.example`,
      organisationNumber: NUMBERS[language](chance),
    }),
  )
  const names = chance
    .shuffled(words.givenNames.flatMap((given) => words.familyNames.map((family) => ({ given, family }))))
    .slice(0, PERSONS)
  const persons = names.map(({ given, family }, i): DemoPerson => {
    const organisation = i < CONTACTS ? i % organisations.length : null
    const domain = organisation === null ? PRIVATE_DOMAIN[language] : organisations[organisation]!.domain
    return {
      name: `${given} ${family}`,
      email: `${mailName(given)}.${mailName(family)}@${domain}`,
      phone: PHONES[language](chance),
      organisation,
    }
  })
  const agents = words.agents.map((name) => ({
    name,
    email: `${name.split(' ').map(mailName).join('.')}@reda-demo.example`,
  }))
  return { organisations, persons, agents }
}

const PRIVATE_DOMAIN: Record<Language, string> = {
  nb: 'epost.example',
  nn: 'epost.example',
  da: 'mailen.example',
  sv: 'epost.example',
  fi: 'posti.example',
  en: 'mail.example',
}

/** Letters as mail addresses have them. */
function mailName(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** The name without the company's form, at most two words. */
function domainName(name: string): string {
  const words = name.split(' ').filter((word) => !/^(AS|A\/S|ApS|AB|Oy|Ltd|KF|og|och|and|&|\d+)$/.test(word))
  return words.slice(0, 2).map(mailName).join('-')
}

const digits = (chance: Chance, count: number) => Array.from({ length: count }, () => chance.int(0, 9)).join('')
const pairs = (text: string) => text.replace(/(\d\d)(?=\d)/g, '$1 ')

function weighted(body: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * Number(body[i]), 0)
}
const wrong = (right: number) => (right + 1) % 10

const NORWEGIAN = (chance: Chance) => {
  const body = `9${digits(chance, 7)}`
  const all = body + wrong((11 - (weighted(body, [3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11)
  return `${all.slice(0, 3)} ${all.slice(3, 6)} ${all.slice(6)}`
}
const NUMBERS: Record<Language, (chance: Chance) => string> = {
  nb: NORWEGIAN,
  nn: NORWEGIAN,
  da(chance) {
    const body = `3${digits(chance, 6)}`
    return body + wrong((11 - (weighted(body, [2, 7, 6, 5, 4, 3, 2]) % 11)) % 11)
  },
  sv(chance) {
    const body = `556${digits(chance, 6)}`
    const sum = [...body].reduce((total, digit, i) => {
      const twice = Number(digit) * (i % 2 === 0 ? 2 : 1)
      return total + (twice > 9 ? twice - 9 : twice)
    }, 0)
    const all = body + wrong((10 - (sum % 10)) % 10)
    return `${all.slice(0, 6)}-${all.slice(6)}`
  },
  fi(chance) {
    const body = `2${digits(chance, 6)}`
    const rest = weighted(body, [7, 9, 10, 5, 8, 4, 2]) % 11
    return `${body}-${wrong(rest === 0 ? 0 : 11 - rest)}`
  },
  en: (chance) => `99${digits(chance, 6)}`,
}

/* Numbers that nobody has: series kept for fiction (Sweden: PTS, Britain: Ofcom), elsewhere series that are not given out. */
const PHONES: Record<Language, (chance: Chance) => string> = {
  nb: (chance) => `+47 36 ${pairs(digits(chance, 6))}`,
  nn: (chance) => `+47 36 ${pairs(digits(chance, 6))}`,
  da: (chance) => `+45 83 ${pairs(digits(chance, 6))}`,
  sv: (chance) =>
    chance.pick([
      `+46 8 465 004 ${digits(chance, 2)}`,
      `+46 31 390 06 ${digits(chance, 2)}`,
      `+46 70 174 06 ${chance.int(5, 9)}${digits(chance, 1)}`,
    ]),
  fi: (chance) => `+358 9 9${digits(chance, 3)} ${digits(chance, 4)}`,
  en: (chance) => chance.pick([`+44 1632 960${digits(chance, 3)}`, `+44 7700 900${digits(chance, 3)}`]),
}
