import { type Shortcut, useAllShortcuts } from '../app/shortcuts.ts'
import { useText, type WordKey } from '../app/words.ts'
import { Dialog, Keys } from '../ui/index.ts'
import styles from './ShortcutHelp.module.css'

const GROUPS: [NonNullable<Shortcut['group']>, WordKey][] = [
  ['ticket', 'palette.thisTicket'],
  ['list', 'palette.lists'],
  ['general', 'palette.everywhere'],
  ['go', 'palette.goTo'],
]

/** All keys that do something now. */
export default function ShortcutHelp({ onClose }: { onClose: () => void }) {
  const t = useText()
  const all = useAllShortcuts().filter((shortcut) => shortcut.keys)
  return (
    <Dialog opened onClose={onClose} title={t('palette.shortcuts')} size={760}>
      <div className={styles.columns}>
        {GROUPS.map(([group, heading]) => {
          const some = all.filter((shortcut) => (shortcut.group ?? 'general') === group)
          if (some.length === 0) return null
          return (
            <section key={group} className={styles.group}>
              <h3 className={styles.heading}>{t(heading)}</h3>
              <dl>
                {some.map((shortcut) => (
                  <div key={shortcut.keys} className={styles.line}>
                    <dt>{shortcut.label}</dt>
                    <dd>
                      <Keys keys={shortcut.keys!} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          )
        })}
      </div>
      <p className={styles.hint}>{t('palette.keysHint')}</p>
    </Dialog>
  )
}
