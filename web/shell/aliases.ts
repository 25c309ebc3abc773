/**
 * Other words for an action, in all our languages and the field's English, by the key that does it: people who come from
 * another desk type the word they know.
 */
export const ALIASES: Record<string, string> = {
  C: 'ny sak saka billett ticket henvendelse førespurnad forespørsel sag ärende supportärende tiketti tukipyyntö palvelupyyntö case request issue new create opprett opret skapa luo',
  I: 'krev ta overta overtag tag ta ärendet ota claim take assign to me tildel meg',
  A: 'tildel tilldela assign osoita käsittelijä ansvarlig ansvarig owner eier',
  H: 'utsett utset udskyd udsæt slumre snooze påminn skjut upp lykkää torkku pending postpone',
  E: 'fullfør løs løys løst løyst lös ratkaise solve done ferdig resolve klar valmis',
  'Shift E': 'lukk luk stäng sulje close',
  N: 'notat merknad kommentar note anteckning muistiinpano internal intern',
  T: 'merke etikett emneord tag tagg etiket mærkat tunniste label',
  P: 'prioritet priority presserende presserande haster kritisk brådskande akut kiireellinen urgent P1',
  M: 'slå sammen slå saman flett flet slå ihop slå samman yhdistä merge',
  R: 'svar svare svara vastaa reply answer',
  'Shift R': 'svar alle svara alla vastaa kaikille reply all',
  Q: 'kø team queue kö jono flytt move siirrä',
  S: 'status tila tilstand state',
  W: 'følg følgje følj følge seuraa follow watch abonner',
  U: 'ulest ulesen ulæst oläst lukematon unread',
  '!': 'spam søppel skräppost roskaposti junk',
  L: 'koble kople forbind koppla linkitä link lenke relatert',
  Z: 'angre fortryd ångra kumoa undo',
  'G U': 'ikke tildelt uten tildeling ikkje tildelt ej tilldelat ilman käsittelijää unassigned',
  'G M': 'mine my mina omat',
  'G I': 'innboks indbakke inkorg saapuneet inbox hjem home',
  'G K':
    'kunder kundar kunde asiakkaat customers innmelder innmeldar rekvirent anmälare ilmoittaja tilaaja individuell privatperson contacts',
  'G O': 'organisasjoner organisationer organisaatiot firma bedrift virksomhed företag yritys company companies',
  'G S': 'innstillinger innstillingar indstillinger inställningar asetukset settings admin oppsett',
  'G D': 'utkast kladder luonnokset drafts',
  'G N': 'varsler varsel notifikationer aviseringar ilmoitukset notifications bell klokke',
  'G F': 'følger følgjer följer seuratut following',
}
