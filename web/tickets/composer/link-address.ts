/** The address that someone meant: `brygge.example` is the web, `ase@bodobat.example` is mail. Null when it is neither. */
export function linkAddress(typed: string): string | null {
  const text = typed.trim()
  if (text === '' || /\s/.test(text)) return null
  if (/^(?:https?:\/\/|mailto:|tel:)./i.test(text)) return text
  if (/^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/:]+:\d+/.test(text)) return null
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return `mailto:${text}`
  return /^[^\s/]+\.[^\s/]{2,}/.test(text) || /^localhost/.test(text) ? `https://${text}` : null
}
