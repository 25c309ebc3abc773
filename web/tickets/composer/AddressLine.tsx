import { useId, useState } from 'react'
import CloseIcon from '~icons/tabler/x'
import { useText } from '../../app/words.ts'
import styles from './AddressLine.module.css'
import { addressesIn, unique } from './recipients.ts'

interface Props {
  label: string
  addresses: string[]
  onChange: (addresses: string[]) => void
  /** Stands at the end: «Cc». */
  end?: React.ReactNode
  autoFocus?: boolean
}

/** Recipients as chips with a box behind them: typed, pasted in any form, removed with Backspace. */
export function AddressLine({ label, addresses, onChange, end, autoFocus }: Props) {
  const t = useText()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState('')
  const take = (text: string) => {
    const { addresses: found, rest } = addressesIn(text)
    if (found.length > 0) onChange(unique([...addresses, ...found]))
    setTyped(rest)
    setWrong(rest)
  }
  return (
    <div className={styles.line}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <div className={styles.box}>
        {addresses.map((address) => (
          <span key={address} className={styles.chip}>
            {address}
            <button
              type="button"
              aria-label={t('composer.removeRecipient', { email: address })}
              onClick={() => onChange(addresses.filter((a) => a !== address))}
            >
              <CloseIcon />
            </button>
          </span>
        ))}
        <input
          id={id}
          // biome-ignore lint/a11y/noAutofocus: one has just asked for the line
          autoFocus={autoFocus}
          type="email"
          multiple
          autoComplete="off"
          spellCheck={false}
          value={typed}
          aria-invalid={wrong ? true : undefined}
          aria-describedby={wrong ? `${id}-wrong` : undefined}
          onChange={(event) => {
            setTyped(event.target.value)
            if (wrong) setWrong('')
          }}
          onPaste={(event) => {
            const text = event.clipboardData.getData('text')
            if (!/[\s,;<]/.test(text.trim())) return
            event.preventDefault()
            take(`${typed} ${text}`)
          }}
          onBlur={() => typed.trim() && take(typed)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || event.key === ',' || event.key === ';') {
              event.preventDefault()
              take(typed)
            } else if (event.key === 'Backspace' && typed === '' && addresses.length > 0) {
              onChange(addresses.slice(0, -1))
            }
          }}
        />
        <span role="alert" id={`${id}-wrong`} className={styles.wrong}>
          {wrong && t('composer.notAnAddress', { text: wrong })}
        </span>
      </div>
      {end}
    </div>
  )
}
