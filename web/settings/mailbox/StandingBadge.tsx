import type { Mailbox } from '#contract'
import BadIcon from '~icons/tabler/alert-triangle'
import OkIcon from '~icons/tabler/check'
import OffIcon from '~icons/tabler/circle-dashed'
import UnknownIcon from '~icons/tabler/help'
import { useText } from '../../app/words.ts'
import settings from '../settings.module.css'
import { STANDING_WORDS, standingOf } from './health.ts'

const ICONS = { off: OffIcon, bad: BadIcon, ok: OkIcon, unknown: UnknownIcon }
const TONES = { off: '', bad: settings.danger, ok: settings.ok, unknown: '' }

/** Whether a mailbox works: shape and word, never colour alone. */
export function StandingBadge({ mailbox }: { mailbox: Mailbox }) {
  const t = useText()
  const standing = standingOf(mailbox)
  const Icon = ICONS[standing]
  return (
    <span className={`${settings.badge} ${TONES[standing]}`}>
      <Icon />
      {t(STANDING_WORDS[standing])}
    </span>
  )
}
