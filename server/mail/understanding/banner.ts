import { type Line, skipBlank } from './lines.ts'

const BANNER_SIGN =
  /^[^\p{L}\d]{0,10}(?:caution|warning|attention|external|ekstern|extern|ulkoinen|ulkopuolinen|advarsel|forsiktig|obs|varning|varoitus|huomio|vorsicht|achtung|this (?:e-?mail|message) (?:originated|was sent|came|comes) from outside|denne e-?post(?:en)? (?:kommer|er sendt) (?:fra|utenfra)|denne (?:e-?)?mail (?:kommer|er sendt) (?:fra|udefra)|detta (?:mejl|meddelande|e-?postmeddelande) (?:kommer|har skickats|skickades) (?:från|utifrån)|tämä (?:viesti|sähköposti) (?:on|tulee))(?![\p{L}\d])/iu
const BANNER_WORDS =
  /outside (?:of )?(?:the|your|our|this) (?:organi[sz]ation|company)|external (?:sender|source|e-?mail|address)|originated (?:from )?outside|utenfor (?:organisasjonen|virksomheten|bedriften|selskapet|din|vår|[\p{Lu}])|utenfra|utanfor (?:organisasjonen|verksemda)|ekstern(?:e|t)? (?:e-?post|avsender|afsender|kilde|e-?mail)|uden ?for (?:organisationen|virksomheden)|udefra|extern(?:a|t)? (?:avsändare|e-?post|mejl|källa)|utanför (?:organisationen|företaget)|utifrån|(?:organisaation|yrityksen) ulkopuolelta|ulkoinen (?:lähettäjä|sähköposti)|von außerhalb|externen? (?:absender|e-?mail)/iu
/** What Microsoft 365 puts above the first mail of a stranger. */
const FIRST_CONTACT =
  /^\[?(?:you don['’]t often get e-?mail from|some people who received this message don['’]t often get|du (?:får|mottar) ikke ofte (?:e-?post|e-?mails?|mails?)|du får ikkje ofte e-?post|du får inte ofta (?:e-?post|mejl)|et saa usein (?:sähköposti|viest)|sie erhalten nicht (?:oft|häufig) eine? ?e-?mail)/i
const MAX_BANNER = 6

/** Index behind the warning that a gateway wrote above the author's words; 0 when there is none. */
export function bannerEnd(lines: readonly Line[], last: number): number {
  let end = 0
  for (let guard = 0; guard < 2; guard++) {
    const top = skipBlank(lines, end)
    let stop = top
    while (stop < last && !lines[stop]!.blank && stop - top <= MAX_BANNER) stop++
    if (stop >= last || stop === top || stop - top > MAX_BANNER || skipBlank(lines, stop) >= last) return end
    const words = lines
      .slice(top, stop)
      .map((line) => line.text.trim())
      .join(' ')
    if (!FIRST_CONTACT.test(words) && !(BANNER_SIGN.test(words) && BANNER_WORDS.test(words))) return end
    end = stop
  }
  return end
}
