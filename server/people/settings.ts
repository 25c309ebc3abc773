import { z } from 'zod'
import { Me, Organisation } from '#contract'
import { InvalidInput, type Setting } from '#platform'

type OrganisationValue = z.output<typeof Organisation>

/** 08–16 on working days: what most Nordic support teams have, until somebody says otherwise. */
export const USUAL_HOURS: OrganisationValue['openingHours'] = Object.fromEntries(
  [1, 2, 3, 4, 5, 6, 7].map((day) => [String(day), day <= 5 ? [{ from: '08:00', to: '16:00' }] : []]),
)

/** Who runs this house: name, language, country, time zone, opening hours. */
export const organisation: Setting<OrganisationValue> = {
  key: 'organisation',
  otherwise: { name: '', language: 'en', country: 'NO', timezone: 'Europe/Oslo', openingHours: USUAL_HOURS },
  parse(value) {
    const parsed = Organisation.parse(value)
    if (!isTimeZone(parsed.timezone)) throw new InvalidInput('timezone', 'This time zone is not known')
    const hours = Object.values(parsed.openingHours).flat()
    if (hours.some(({ from, to }) => !isTimeOfDay(from) || !isTimeOfDay(to) || from >= to)) {
      throw new InvalidInput('openingHours', 'Opening hours are times of a day, the first before the second')
    }
    return parsed
  },
}

/** Seconds in which a sending can be undone, when the agent has no choice of their own. */
export const undoSeconds: Setting<number> = {
  key: 'desk.undoSeconds',
  otherwise: 10,
  parse: (value) => z.int().min(0).max(30).parse(value),
}

/** Where a ticket goes when its answer is sent. */
export const defaultNextState: Setting<Me['defaultNextState']> = {
  key: 'desk.defaultNextState',
  otherwise: 'waiting',
  parse: (value) => Me.shape.defaultNextState.parse(value),
}

export const peopleSettings = [undoSeconds, defaultNextState]

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

function isTimeOfDay(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) || text === '24:00'
}
