import type { TradeTexts } from '../language-texts.ts'

export const boatYard: TradeTexts<'boatYard'> = {
  engineWontStart: {
    title: 'Motoren starter ikke – {thing}',
    ask: 'Vi satte ut båten på lørdag, og nå vil ikke motoren starte. Det er en {thing}. Starteren går rundt, men det tenner aldri. Batteriene er nye og viser 12,7 volt.\n\nHar dere mulighet til å se på den denne uken? Vi hadde planlagt tur i helgen.',
    answer:
      'Det høres ut som den ikke får drivstoff. Prøv å lufte systemet med håndpumpen til den blir hard, og sjekk at kranen på tanken står åpen etter vinteren.\n\nHjelper ikke det, kan vi komme ned på brygga torsdag formiddag.',
    note: 'Samme båt hadde luft i dieselfilteret i fjor. Ta med filtersett og slangeklemmer.',
    back: 'Pumpen blir aldri hard, uansett hvor lenge jeg holder på. Torsdag passer fint, nøkkelen ligger hos havnevakta.',
    solution:
      'Nå starter den på første forsøk. Det var en sprukket slange foran forfilteret som trakk luft. Vi byttet slange og filter, og prøvekjørte i ti minutter.',
  },
  winterStorage: {
    title: 'Vinteropplag for {thing}',
    ask: 'Hva koster det å ha en {thing} i vinteropplag hos dere, fra oktober til april? Helst inne, men ute under tak går også an.\n\nHva er inkludert i prisen, og må jeg ta av masta selv?',
    answer:
      'Vi har ledig plass inne i hall B. Prisen regnes av lengde ganger bredde, og opptak, spyling og utsetting er med. Mast tar vi av for et fast tillegg.\n\nSend oss lengde og bredde over alt, så får du et tilbud i dag.',
    note: 'Hall B er full over 32 fot. Sjekk dybden på kjølen før vi lover plass.',
    back: 'Den er 9,20 lang og 2,85 bred. Jeg tar gjerne plass inne.',
    solution: 'Da er plassen din reservert i hall B fra 6. oktober. Du får beskjed en uke før vi løfter den opp.',
  },
  gelcoatDamage: {
    title: 'Skade i gelcoaten etter påkjørsel',
    ask: 'Noen har kjørt på båten min ved gjestebrygga. Det er et hakk i gelcoaten på babord side, omtrent 20 cm langt. Bilde er vedlagt.\n\nHva koster det å reparere, og kan dere sende prisen til forsikringsselskapet? Skadenummeret er {ref}.',
    answer:
      'Takk for et tydelig bilde. Det ser ut til at laminatet under er helt, men det må vi banke på for å være sikre. Kan du komme innom med båten, så tar det et kvarter?\n\nVi sender prisoverslaget rett til forsikringen med skadenummeret.',
    note: 'Fargekode står i permen fra 2021. Regn fire timer pluss polering.',
    back: 'Jeg kommer innom på mandag etter jobb hvis det går bra.',
    solution: 'Forsikringen har godkjent overslaget, og skaden er reparert og polert. Du kan hente båten når du vil.',
  },
  antifouling: {
    title: 'Bunnstoff og vårpuss – {thing}',
    ask: 'Jeg vil gjerne bestille bunnstoff og polering av skroget før sesongen. Båten er en {thing} og står på land hos dere.\n\nKan den være klar til 1. mai?',
    answer:
      'Det rekker vi. Vi har satt deg opp i uke 16. Vil du ha samme bunnstoff som i fjor, eller en hardere type? Den harde tåler mer, men koster litt ekstra.',
    note: 'Kunden klaget på dryppmerker i fjor. Ta en ekstra runde rundt vannlinjen.',
    back: 'Den harde, takk. Og skift gjerne anodene når dere er i gang.',
    solution:
      'Båten er ferdig: to strøk bunnstoff, nye anoder og polert skrog. Si fra hvilken dag vi skal sette den ut.',
  },
  storageInvoice: {
    title: 'Feil beløp på faktura {ref}',
    ask: 'På faktura {ref} har dere tatt betalt for både vinteropplag og strøm, men jeg har ikke hatt strøm tilkoblet i det hele tatt. Kan dere se på det?\n\nJeg har lagt ved fakturaen.',
    answer:
      'Takk for at du sier fra. Jeg sjekker strømlisten mot plassen din og kommer tilbake til deg i løpet av dagen. Du trenger ikke betale før det er avklart.',
    note: 'Strømmen tilhører naboplassen. Krediter hele linjen.',
    back: 'Fint, da venter jeg med å betale. Si fra når jeg kan vente meg en ny.',
    solution:
      'Du hadde rett: strømmen gjaldt plassen ved siden av. Vi har sendt en kreditnota og en ny faktura. Beklager bryet.',
  },
  bilgePump: {
    title: 'Båten tar inn vann – haster!',
    ask: 'Lensepumpen på min {thing} går hele tiden, og det står vann over dørken. Jeg er på vei ned, men bor en time unna.\n\nKan noen hos dere se på den nå?',
    answer: 'Vi går ned med en ekstra pumpe med én gang. Er den låst, og hvor står hovedbryteren?',
    note: 'Petter er på vei ned med pumpe. Sjekk pakkboksen først.',
    back: 'Nøkkelen henger under benken i cockpit. Hovedbryteren sitter til venstre for trappa. Tusen takk!',
    solution:
      'Båten er lens. Vannet kom fra en løs slange på sjøvannsfilteret. Vi har satt på nye klemmer og lar pumpen stå til i morgen for sikkerhets skyld.',
  },
  chartplotter: {
    title: 'Kartplotteren henger seg etter oppdatering',
    ask: 'Etter at jeg oppdaterte kartplotteren, starter den på nytt hvert tiende minutt. Kartene er kjøpt hos dere, ordre {ref}.\n\nEr det flere som har meldt om dette?',
    answer:
      'Ja, vi har sett det hos et par til. Produsenten har lagt ut en ny versjon i dag. Legg den på et tomt minnekort, sett det inn og start med knappen holdt inne i fem sekunder.',
    note: 'Gjelder bare enheter fra før 2022. Vi har to ferdige minnekort i skuffen.',
    back: 'Jeg fikk lagt inn den nye versjonen, men kartene er borte. Må jeg kjøpe dem på nytt?',
    solution:
      'Nei da. Logg inn på kontoen hos kartleverandøren og velg «hent kjøp på nytt», så kommer de tilbake. Vi har sendt deg koden.',
  },
  sailRepair: {
    title: 'Reparasjon av storseil',
    ask: 'Storseilet har revnet langs akterliket, rundt en halv meter. Er det verdt å reparere et seil fra 2012, eller bør jeg heller kjøpe nytt?\n\nBåten er en {thing}.',
    answer:
      'Er duken ellers myk og uten misfarging, holder en reparasjon fint noen år til. Kom innom med seilet, så ser vi på det sammen. Det koster ingenting.',
    note: 'Seilmakeren er her tirsdag og torsdag.',
    back: 'Da tar jeg det med på torsdag.',
    solution:
      'Seilet er sydd, og vi har forsterket det nederste hjørnet også. Det ligger klart til henting i butikken.',
  },
  berth: {
    title: 'Ledig båtplass fra sommeren?',
    ask: 'Vi har nettopp flyttet hit og kjøpt en {thing}. Har dere ledig båtplass fra juni, og hvor lang er ventelisten?\n\nVi trenger 3,5 meter bredde.',
    answer:
      'Velkommen hit! Akkurat nå har vi én plass på 3,5 meter på brygge C, ledig fra 15. juni. Den har strøm og vann. Vil du ha den, holder jeg av den ut uken.',
    note: 'Plass C14. Eieren sier opp når han har solgt.',
    back: 'Ja takk, vi tar den! Hva trenger dere fra oss?',
    solution: 'Avtalen er sendt på e-post til signering. Når den er tilbake, får dere portkode og plassnummer.',
  },
}
