import type { TradeTexts } from '../language-texts.ts'

export const boatYard: TradeTexts<'boatYard'> = {
  engineWontStart: {
    title: 'Motoren startar ikkje – {thing}',
    ask: 'Vi sette ut båten på laurdag, og no vil ikkje motoren starte. Det er ein {thing}. Startaren går rundt, men det tenner aldri. Batteria er nye og viser 12,7 volt.\n\nHar de høve til å sjå på han denne veka? Vi hadde planlagt tur i helga.',
    answer:
      'Det høyrest ut som om han ikkje får drivstoff. Prøv å lufte systemet med handpumpa til ho blir hard, og sjekk at krana på tanken står open etter vinteren.\n\nHjelper ikkje det, kan vi kome ned på brygga torsdag føremiddag.',
    note: 'Same båten hadde luft i dieselfilteret i fjor. Ta med filtersett og slangeklemmer.',
    back: 'Pumpa blir aldri hard, same kor lenge eg held på. Torsdag passar fint, nøkkelen ligg hos hamnevakta.',
    solution:
      'No startar han på første forsøk. Det var ein sprukken slange framfor forfilteret som trekte luft. Vi bytte slange og filter og prøvekøyrde i ti minutt.',
  },
  winterStorage: {
    title: 'Vinteropplag for {thing}',
    ask: 'Kva kostar det å ha ein {thing} i vinteropplag hos dykk, frå oktober til april? Helst inne, men ute under tak går også an.\n\nKva er med i prisen, og må eg ta av masta sjølv?',
    answer:
      'Vi har ledig plass inne i hall B. Prisen blir rekna av lengd gonger breidd, og opptak, spyling og utsetjing er med. Mast tek vi av for eit fast tillegg.\n\nSend oss lengd og breidd over alt, så får du eit tilbod i dag.',
    note: 'Hall B er full over 32 fot. Sjekk djupna på kjølen før vi lovar plass.',
    back: 'Han er 9,20 lang og 2,85 brei. Eg tek gjerne plass inne.',
    solution: 'Då er plassen din reservert i hall B frå 6. oktober. Du får melding ei veke før vi løftar han opp.',
  },
  gelcoatDamage: {
    title: 'Skade i gelcoaten etter påkøyrsel',
    ask: 'Nokon har køyrt på båten min ved gjestebrygga. Det er eit hakk i gelcoaten på babord side, om lag 20 cm langt. Bilete er lagt ved.\n\nKva kostar det å reparere, og kan de sende prisen til forsikringsselskapet? Skadenummeret er {ref}.',
    answer:
      'Takk for eit tydeleg bilete. Det ser ut til at laminatet under er heilt, men det må vi banke på for å vere sikre. Kan du kome innom med båten, så tek det eit kvarter?\n\nVi sender prisoverslaget rett til forsikringa med skadenummeret.',
    note: 'Fargekoden står i permen frå 2021. Rekn fire timar pluss polering.',
    back: 'Eg kjem innom på måndag etter jobb om det går bra.',
    solution: 'Forsikringa har godkjent overslaget, og skaden er reparert og polert. Du kan hente båten når du vil.',
  },
  antifouling: {
    title: 'Botnstoff og vårpuss – {thing}',
    ask: 'Eg vil gjerne tinge botnstoff og polering av skroget før sesongen. Båten er ein {thing} og står på land hos dykk.\n\nKan han vere klar til 1. mai?',
    answer:
      'Det rekk vi. Vi har sett deg opp i veke 16. Vil du ha same botnstoffet som i fjor, eller ein hardare type? Det harde toler meir, men kostar litt ekstra.',
    note: 'Kunden klaga på dryppmerke i fjor. Ta ein ekstra runde rundt vasslinja.',
    back: 'Det harde, takk. Og skift gjerne anodane når de er i gang.',
    solution: 'Båten er ferdig: to strøk botnstoff, nye anodar og polert skrog. Sei frå kva dag vi skal setje han ut.',
  },
  storageInvoice: {
    title: 'Feil beløp på faktura {ref}',
    ask: 'På faktura {ref} har de teke betalt for både vinteropplag og straum, men eg har ikkje hatt straum kopla til i det heile. Kan de sjå på det?\n\nEg har lagt ved fakturaen.',
    answer:
      'Takk for at du seier frå. Eg sjekkar straumlista mot plassen din og kjem attende til deg i løpet av dagen. Du treng ikkje betale før det er avklart.',
    note: 'Straumen høyrer til naboplassen. Krediter heile lina.',
    back: 'Fint, då ventar eg med å betale. Sei frå når eg kan vente ein ny.',
    solution:
      'Du hadde rett: straumen gjaldt plassen ved sida av. Vi har sendt ein kreditnota og ein ny faktura. Orsak bryet.',
  },
  bilgePump: {
    title: 'Båten tek inn vatn – hastar!',
    ask: 'Lensepumpa på min {thing} går heile tida, og det står vatn over dørken. Eg er på veg ned, men bur ein time unna.\n\nKan nokon hos dykk sjå på han no?',
    answer: 'Vi går ned med ei ekstra pumpe med ein gong. Er han låst, og kvar står hovudbrytaren?',
    note: 'Torleiv er på veg ned med pumpe. Sjekk pakkboksen først.',
    back: 'Nøkkelen heng under benken i cockpiten. Hovudbrytaren sit til venstre for trappa. Tusen takk!',
    solution:
      'Båten er lens. Vatnet kom frå ein laus slange på sjøvassfilteret. Vi har sett på nye klemmer og lèt pumpa stå til i morgon for å vere trygge.',
  },
  chartplotter: {
    title: 'Kartplottaren heng seg etter oppdatering',
    ask: 'Etter at eg oppdaterte kartplottaren, startar han på nytt kvart tiande minutt. Karta er kjøpte hos dykk, ordre {ref}.\n\nEr det fleire som har meldt om dette?',
    answer:
      'Ja, vi har sett det hos eit par til. Produsenten har lagt ut ein ny versjon i dag. Legg han på eit tomt minnekort, set det inn og start med knappen halden inne i fem sekund.',
    note: 'Gjeld berre einingar frå før 2022. Vi har to ferdige minnekort i skuffa.',
    back: 'Eg fekk lagt inn den nye versjonen, men karta er borte. Må eg kjøpe dei på nytt?',
    solution:
      'Nei då. Logg inn på kontoen hos kartleverandøren og vel «hent kjøp på nytt», så kjem dei att. Vi har sendt deg koden.',
  },
  sailRepair: {
    title: 'Reparasjon av storsegl',
    ask: 'Storseglet har rivna langs akterliket, om lag ein halv meter. Er det verdt å reparere eit segl frå 2012, eller bør eg heller kjøpe nytt?\n\nBåten er ein {thing}.',
    answer:
      'Er duken elles mjuk og utan misfarging, held ein reparasjon fint nokre år til. Kom innom med seglet, så ser vi på det i lag. Det kostar ingenting.',
    note: 'Seglmakaren er her tysdag og torsdag.',
    back: 'Då tek eg det med på torsdag.',
    solution: 'Seglet er sydd, og vi har forsterka det nedste hjørnet også. Det ligg klart til henting i butikken.',
  },
  berth: {
    title: 'Ledig båtplass frå sommaren?',
    ask: 'Vi har nettopp flytta hit og kjøpt ein {thing}. Har de ledig båtplass frå juni, og kor lang er ventelista?\n\nVi treng 3,5 meter breidd.',
    answer:
      'Velkomen hit! Akkurat no har vi éin plass på 3,5 meter på brygge C, ledig frå 15. juni. Han har straum og vatn. Vil du ha han, held eg av plassen ut veka.',
    note: 'Plass C14. Eigaren seier opp når han har selt.',
    back: 'Ja takk, vi tek han! Kva treng de frå oss?',
    solution: 'Avtalen er send på e-post til signering. Når han er attende, får de portkode og plassnummer.',
  },
}
