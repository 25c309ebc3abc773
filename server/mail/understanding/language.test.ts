import { describe, expect, it } from 'vitest'
import { detectLanguage } from './language.ts'

const SENTENCES: Record<string, string[]> = {
  nb: [
    'Hei, jeg får ikke logget inn på kontoen min i dag.',
    'Kan dere sende meg en kopi av fakturaen fra forrige måned?',
    'Pakken har fortsatt ikke kommet frem, hva gjør jeg nå?',
    'Jeg vil gjerne bytte størrelse på jakken som jeg bestilte.',
    'Det virker nå, takk for hjelpen!',
    'Hvor lenge må jeg vente på at pengene kommer tilbake?',
    'Skjermen blir svart hver gang jeg prøver å starte programmet.',
    'Vi trenger hjelp med oppsett av e-post på tre nye telefoner.',
    'Hvordan endrer jeg leveringsadressen på en ordre som er sendt?',
    'Noen har brukt kortet mitt uten at jeg vet noe om det.',
    'Nettbutikken deres tar ikke imot betalingen, og jeg får en feilmelding.',
  ],
  nn: [
    'Hei, eg får ikkje logga inn på kontoen min i dag.',
    'Kan de sende meg ein kopi av fakturaen frå førre månad?',
    'Pakken har framleis ikkje kome fram, kva gjer eg no?',
    'Eg vil gjerne byte storleik på jakka som eg bestilte.',
    'Det verkar no, takk for hjelpa!',
    'Kor lenge må eg vente på at pengane kjem tilbake?',
    'Skjermen blir svart kvar gong eg prøver å starte programmet.',
    'Vi treng hjelp med oppsett av e-post på tre nye telefonar.',
    'Korleis endrar eg leveringsadressa på ein ordre som er send?',
    'Nokon har brukt kortet mitt utan at eg veit noko om det.',
  ],
  da: [
    'Hej, jeg kan ikke logge ind på min konto i dag.',
    'Kan I sende mig en kopi af fakturaen fra sidste måned?',
    'Pakken er stadig ikke kommet frem, hvad gør jeg nu?',
    'Jeg vil gerne bytte størrelse på den jakke, jeg bestilte.',
    'Det virker nu, tak for hjælpen!',
    'Hvor længe skal jeg vente på at få pengene tilbage?',
    'Skærmen bliver sort, hver gang jeg prøver at starte programmet.',
    'Vi har brug for hjælp til at sætte mail op på tre nye telefoner.',
    'Hvordan ændrer jeg leveringsadressen på en ordre, der er sendt?',
    'Nogen har brugt mit kort, uden at jeg ved noget om det.',
    'Jeres webshop tager ikke imod betalingen, og jeg får en fejlbesked.',
  ],
  sv: [
    'Hej, jag kan inte logga in på mitt konto i dag.',
    'Kan ni skicka mig en kopia av fakturan från förra månaden?',
    'Paketet har fortfarande inte kommit fram, vad gör jag nu?',
    'Jag vill gärna byta storlek på jackan som jag beställde.',
    'Det fungerar nu, tack för hjälpen!',
    'Hur länge måste jag vänta på att få pengarna tillbaka?',
    'Skärmen blir svart varje gång jag försöker starta programmet.',
    'Vi behöver hjälp med att ställa in e-post på tre nya telefoner.',
    'Hur ändrar jag leveransadressen på en order som är skickad?',
    'Någon har använt mitt kort utan att jag vet något om det.',
  ],
  fi: [
    'Hei, en pääse tänään kirjautumaan tililleni.',
    'Voitteko lähettää minulle kopion viime kuun laskusta?',
    'Paketti ei ole vieläkään saapunut perille, mitä teen nyt?',
    'Haluaisin vaihtaa tilaamani takin kokoa.',
    'Nyt se toimii, kiitos avusta!',
    'Kuinka kauan minun täytyy odottaa rahojen palautusta?',
    'Näyttö muuttuu mustaksi joka kerta kun yritän käynnistää ohjelman.',
    'Tarvitsemme apua sähköpostin asettamiseen kolmeen uuteen puhelimeen.',
    'Miten muutan jo lähetetyn tilauksen toimitusosoitteen?',
    'Joku on käyttänyt korttiani tietämättäni.',
  ],
  en: [
    'Hi, I cannot log in to my account today.',
    'Could you send me a copy of the invoice from last month?',
    'The parcel still has not arrived, what do I do now?',
    'I would like to change the size of the jacket I ordered.',
    'It works now, thanks for your help!',
    'How long do I have to wait for my refund?',
    'The screen goes black every time I try to start the program.',
    'We need help setting up mail on three new phones.',
    'How do I change the delivery address of an order that was sent?',
    'Someone has used my card without me knowing about it.',
  ],
}

describe('the language of a short text', () => {
  for (const [language, sentences] of Object.entries(SENTENCES))
    it.each(sentences)(`is ${language}: %s`, (sentence) => {
      expect(detectLanguage(sentence)).toBe(language)
    })

  it.each([
    '',
    'OK',
    '1042',
    'https://example.no/hva/er/det',
    'kari@example.no',
    'Ich kann mich heute leider nicht in meinem Konto anmelden, was soll ich jetzt tun?',
    'Nie mogę się dzisiaj zalogować na swoje konto, co mam teraz zrobić?',
    'Je ne peux pas me connecter à mon compte, que dois-je faire ?',
    'No puedo iniciar sesión en mi cuenta, ¿qué tengo que hacer ahora?',
    'Ik kan vandaag niet inloggen op mijn account, wat moet ik nu doen?',
    'こんにちは、ログインできません。',
  ])('stays open when it is none of the six or too little: %s', (text) => {
    expect(detectLanguage(text)).toBeNull()
  })

  it('is rather left open than guessed wrong between neighbours', () => {
    for (const text of [
      'Kan jeg få tilsendt en ny kode? Den gamle er utløpt.',
      'Rabatkoden virker ikke, når jeg skal betale.',
    ])
      expect(['nb', 'da', null]).toContain(detectLanguage(text))
  })

  it('is not decided by a name, an address or a link in it', () => {
    expect(
      detectLanguage('Se https://www.example.com/the-best-and-only-help-for-you takk, jeg finner ikke noe der'),
    ).toBe('nb')
  })
})
