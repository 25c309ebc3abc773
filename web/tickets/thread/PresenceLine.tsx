import EyeIcon from '~icons/tabler/eye'
import PencilIcon from '~icons/tabler/pencil'
import { usePresence } from '../../app/live.ts'
import { useMe } from '../../app/session.ts'
import { useText } from '../../app/words.ts'
import { Avatar, Tip } from '../../ui/index.ts'
import styles from './PresenceLine.module.css'

/** Who else is here: seen by all, in the way of nobody. */
export function PresenceLine({ number, onlyWriting = false }: { number: string; onlyWriting?: boolean }) {
  const t = useText()
  const me = useMe()
  const here = usePresence(number, me.agent.id).filter((a) => !onlyWriting || a.state !== 'viewing')
  return (
    <span className={styles.here} role="status">
      {here.map((agent) => {
        const words = t(`presence.${agent.state}`, { name: agent.name })
        return onlyWriting ? (
          <span key={agent.id} className={styles.writing}>
            <PencilIcon /> {words}
          </span>
        ) : (
          <Tip key={agent.id} label={words}>
            <span className={styles.one}>
              <Avatar name={agent.name} size={20} kind="agent" />
              {agent.state === 'viewing' ? <EyeIcon /> : <PencilIcon />}
              <span className="visuallyHidden">{words}</span>
            </span>
          </Tip>
        )
      })}
    </span>
  )
}
