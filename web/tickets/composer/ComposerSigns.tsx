import { timeOnly } from '../../app/format.ts'
import { LOCALES, useLanguage, useText } from '../../app/words.ts'
import { Button, useSlow } from '../../ui/index.ts'
import styles from './Composer.module.css'
import type { DraftState } from './draft-keeper.ts'
import type { useDrafts } from './drafts.ts'

/** How safe the draft is, and the way to throw it away. */
export function DraftSign({ state, onDiscard }: { state: DraftState; onDiscard?: (() => void) | undefined }) {
  const t = useText()
  const language = useLanguage()
  return (
    <span className={styles.sign}>
      <span role="status" className={state.kind === 'local' ? styles.bad : undefined}>
        {state.kind === 'saved' && t('composer.draftSaved', { time: timeOnly(state.at, language) })}
        {state.kind === 'saving' && <Saving />}
        {state.kind === 'local' && t('composer.draftLocal')}
      </span>
      {onDiscard && (
        <Button size="small" look="quiet" onClick={onDiscard}>
          {t('composer.discardDraft')}
        </Button>
      )}
    </span>
  )
}

function Saving() {
  const t = useText()
  return useSlow() ? t('composer.draftSaving') : null
}

/** The customer's tongue, when it is not the reader's. */
export function CustomerLanguage({ code }: { code: string | null }) {
  const t = useText()
  const language = useLanguage()
  if (!code || code === language) return null
  const name = new Intl.DisplayNames([LOCALES[language]], { type: 'language' }).of(code)
  return name ? <span className={styles.sign}>{t('composer.customerLanguage', { language: name })}</span> : null
}

/** Others who have begun to write here. */
export function OthersDrafts({ others }: { others: ReturnType<typeof useDrafts>['others'] }) {
  const t = useText()
  if (others.length === 0) return null
  return (
    <span className={styles.others}>
      {others.map((other) => (
        <span key={`${other.id}-${other.kind}`}>
          {t(other.kind === 'note' ? 'composer.noteDraftOf' : 'composer.draftOf', { name: other.name })}
        </span>
      ))}
    </span>
  )
}
