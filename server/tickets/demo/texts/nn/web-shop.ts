import type { TradeTexts } from '../language-texts.ts'

export const webShop: TradeTexts<'webShop'> = {
  parcelMissing: {
    title: 'Pakken har ikkje kome, ordre {ref}',
    ask: 'Sporinga seier at pakken blei levert på tysdag, men det ligg ingenting i postkassa, og naboane har ikkje sett han. Det var ein {thing} til ein bursdag på laurdag.\n\nKva gjer vi no?',
    answer:
      'Så kjedeleg. Eg har meldt pakken sakna hos transportøren og bede dei spørje sjåføren. Har du eit skur eller ein garasje der han kan vere sett?\n\nVi finn ei løysing før laurdag uansett.',
    note: 'Sjåføren har levert feil i same gata før. Send ny i morgon om vi ikkje høyrer noko.',
    back: 'Eg har leita overalt. Ingen garasje her. Fint om de berre sender ein ny.',
    solution:
      'Ein ny er send i dag med levering på døra fredag. Dukkar den første opp, kan du ta vare på returlappen og sende han attende når det passar.',
  },
  wrongSize: {
    title: 'Byte storleik på {thing}',
    ask: 'Eg kjøpte ein {thing} i medium, men han er for trong over skuldrene. Kan eg byte til large? Han er berre prøvd inne, og lappane sit på.\n\nOrdre {ref}.',
    answer:
      'Klart det. Vi har large på lager i same farge og held av ein til deg. Du får ein returlapp på e-post, og vi sender den nye så snart den gamle er skanna hos transportøren.',
    note: 'Siste large i blått. Reservert.',
    back: 'Supert, han er levert på posten i dag.',
    solution: 'Den nye er på veg og er hos deg om to til tre dagar. Sei frå om han heller ikkje passar.',
  },
  refundLate: {
    title: 'Kvar blir det av pengane mine?',
    ask: 'Eg returnerte ein {thing} for over tre veker sidan (ordre {ref}) og har framleis ikkje fått pengane. Dette er tredje gongen eg skriv. No byrjar eg å bli ganske lei.',
    answer:
      'Det forstår eg godt, og eg er lei for det. Returen din er registrert hos oss, men utbetalinga har stoppa fordi kortet er bytt ut. Har du eit kontonummer vi kan betale til? Ring oss gjerne med det, så slepp du å sende det på e-post.',
    note: 'Førespurnad nummer tre. Den første blei lukka ved ein feil. Kompenser frakta.',
    back: 'Ja, det stemmer at eg har fått nytt kort. Eg ringde inn nummeret nett no.',
    solution:
      'Pengane er overførte i dag og står på konto i morgon. Vi har betalt attende frakta også. Takk for tolmodet.',
  },
  brokenZip: {
    title: 'Glidelåsen er øydelagd etter to månader',
    ask: 'Glidelåsen på min {thing} har gått i stykke etter berre to månaders bruk. Sjå biletet. Eg reknar med at dette blir dekt av reklamasjonsretten.\n\nOrdrenummeret er {ref}.',
    answer:
      'Det gjer det. Så fort skal ikkje ein glidelås ryke. Du kan velje om vi skal reparere han, noko som tek om lag ti dagar, eller om du vil ha ein ny.',
    note: 'Fjerde saka på denne serien. Meld frå til leverandøren.',
    back: 'Då vil eg helst ha ein ny, eg skal på fjelltur neste veke.',
    solution:
      'Ein ny er send i dag. Den gamle treng du ikkje sende attende, men klipp gjerne av merkelappen og ta eit bilete av han til oss.',
  },
  passwordReset: {
    title: 'Får ikkje nytt passord på e-post',
    ask: 'Eg har trykt på «gløymt passord» fem gonger, men det kjem ingen e-post. Eg har sett i søppelposten også. Kan de hjelpe meg inn?',
    answer:
      'Kontoen din er registrert på ei anna e-postadresse enn den du skriv frå. Kan det vere at du brukte jobbadressa di då du handla første gongen?',
    note: 'Oppgi aldri den andre adressa. Kunden må seie henne sjølv.',
    back: 'Ja, det var det! Jobben har eg slutta i. Kan de byte til denne adressa?',
    solution:
      'Adressa er bytt etter at du svara rett på spørsmåla på telefon. Trykk på «gløymt passord» ein gong til, så kjem e-posten.',
  },
  discountCode: {
    title: 'Rabattkoden verkar ikkje',
    ask: 'Eg fekk ein rabattkode då eg melde meg på nyheitsbrevet, men i kassa står det at han er ugyldig. Eg vil kjøpe ein {thing}.',
    answer:
      'Koden gjeld ikkje varer som alt er sette ned, og den du ser på er på tilbod ut veka. Du får altså den lågaste prisen utan koden.',
    note: 'Teksten i kassa er for dårleg. Gi han vidare til dei som lagar nettbutikken.',
    back: 'Ok, då skjønar eg. Kan eg spare koden til seinare?',
    solution: 'Ja, koden gjeld ut året. God handel!',
  },
  changeAddress: {
    title: 'Feil leveringsadresse på ordre {ref}',
    ask: 'Eg oppdaga nett no at ordre {ref} går til den gamle adressa mi. Kan de endre før han blir send? Den nye står i profilen min no.',
    answer:
      'Pakken er plukka, men ikkje henta av bilen enno. Eg har stansa han og skriv ut ny adresselapp. Stemmer adressa som står i profilen din, også etasjen?',
    note: 'Pakken ligg på hylle 4 med gul lapp.',
    back: 'Adressa stemmer, 3. etasje. Takk for rask hjelp!',
    solution: 'Ny lapp er på, og pakken gjekk med bilen klokka tre. Du kan følgje han med same sporingsnummeret.',
  },
  receipt: {
    title: 'Treng kvittering for ordre {ref}',
    ask: 'Rekneskapen vår manglar kvittering for ordre {ref}. Kan de sende henne med organisasjonsnummeret vårt på? Vi skal levere momsoppgåva på fredag.',
    answer:
      'Her er kvitteringa med firmanamn og organisasjonsnummer. Vi har lagt inn opplysningane på kontoen dykkar, så kjem dei med av seg sjølv neste gong.',
    note: 'Bedriftskunde. Spør om dei vil ha samlefaktura.',
    back: 'Motteke, takk! Kan vi få ein samlefaktura kvar månad i staden?',
    solution: 'Det er ordna frå neste månad. Fakturaen kjem som EHF den første yrkedagen.',
  },
  backInStock: {
    title: 'Kjem {thing} attende på lager?',
    ask: 'Veit de når {thing} kjem attende på lager? Eg har venta sidan i haust. Fargen er ikkje så nøye.',
    answer:
      'Vi ventar eit parti i løpet av to til tre veker, i grønt og grått. Vil du at eg held av ein til deg? Det er heilt uforpliktande.',
    note: 'Partiet er forseinka frå fabrikken, ikkje lov dato.',
    back: 'Ja, hald gjerne av ein grøn.',
    solution:
      'No er han komen. Lenkja til den reserverte vara di ligg i e-posten du fekk i dag, og ho gjeld i fem dagar.',
  },
  doubleCharge: {
    title: 'Trekt to gonger for ordre {ref}',
    ask: 'De har trekt kortet mitt to gonger for same ordren, {ref}. Utskrift frå banken er lagd ved. Ver så snill å betale attende det eine beløpet så fort som råd.',
    answer:
      'Takk for utskrifta. Det eine er ein reservasjon som blei ståande då betalinga stoppa halvvegs. Eg har sletta han hos oss. Banken bruker vanlegvis to yrkedagar.',
    note: 'Same feilen i betalingsløysinga hos tre andre i går kveld.',
    back: 'Han ligg der framleis, og no har det gått tre dagar …',
    solution:
      'Vi ringde betalingsleverandøren, som sletta reservasjonen medan vi venta. Han skal vere borte i nettbanken no.',
  },
}
