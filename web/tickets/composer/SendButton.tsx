import { Menu } from '@mantine/core'
import ChevronIcon from '~icons/tabler/chevron-down'
import { useText, type WordKey } from '../../app/words.ts'
import { Button, IconButton, Keys } from '../../ui/index.ts'
import styles from './Composer.module.css'
import type { DraftKind } from './draft-keeper.ts'
import type { NextState } from './sending.ts'

const WORDS: Record<NextState, WordKey> = {
  waiting: 'composer.sendAndWait',
  open: 'composer.send',
  in_progress: 'composer.send',
  resolved: 'composer.sendAndResolve',
  closed: 'composer.sendAndClose',
}
const CHOICES: NextState[] = ['waiting', 'open', 'resolved', 'closed']

interface Props {
  kind: DraftKind
  defaultState: NextState
  busy: boolean
  whyNot: string | undefined
  /** A newer message was not read yet. */
  anyway: boolean
  onSend: (next: NextState) => void
}

/** Says what will happen; beside it the other ways to end. */
export function SendButton({ kind, defaultState, busy, whyNot, anyway, onSend }: Props) {
  const t = useText()
  if (kind === 'note')
    return (
      <span className={styles.send}>
        <Button
          look="primary"
          keys="Mod Enter"
          busy={busy}
          disabledReason={whyNot}
          onClick={() => onSend(defaultState)}
        >
          {t('composer.addNote')}
        </Button>
      </span>
    )
  return (
    <span className={styles.send}>
      <Button look="primary" keys="Mod Enter" busy={busy} disabledReason={whyNot} onClick={() => onSend(defaultState)}>
        {busy ? t('composer.sending') : t(anyway ? 'composer.sendAnyway' : WORDS[defaultState])}
      </Button>
      <Menu
        withInitialFocusPlaceholder={false}
        position="top-end"
        shadow="md"
        transitionProps={{ duration: 0 }}
        withinPortal
      >
        <Menu.Target>
          <IconButton
            look="primary"
            label={t('composer.sendOptions')}
            icon={<ChevronIcon />}
            busy={busy}
            disabledReason={whyNot}
          />
        </Menu.Target>
        <Menu.Dropdown>
          {CHOICES.map((choice) => (
            <Menu.Item
              key={choice}
              onClick={() => onSend(choice)}
              rightSection={
                choice === defaultState ? (
                  <Keys keys="Mod Enter" />
                ) : choice === 'resolved' ? (
                  <Keys keys="Mod Shift Enter" />
                ) : undefined
              }
            >
              {t(WORDS[choice])}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </span>
  )
}
