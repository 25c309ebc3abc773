import type { Event } from '#contract'
import type { Translate } from '../../app/words.ts'

/** Who did it. The house and its rules have names too. */
export function actorName({ actor }: Event, t: Translate): string {
  if (actor.name.trim() !== '') return actor.name
  if (actor.type === 'rule') return t('thread.ruleActor')
  if (actor.type === 'import') return t('thread.importActor')
  if (actor.type === 'system') return t('thread.systemActor')
  return t('thread.someone')
}
