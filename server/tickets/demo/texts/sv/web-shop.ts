import type { TradeTexts } from '../language-texts.ts'

export const webShop: TradeTexts<'webShop'> = {
  parcelMissing: {
    title: 'Paketet har inte kommit, order {ref}',
    ask: 'Enligt spårningen levererades paketet i tisdags, men det ligger inget i brevlådan och grannarna har inte sett det. Det var en {thing} till en födelsedag på lördag.\n\nVad gör vi nu?',
    answer:
      'Så tråkigt. Jag har anmält paketet som saknat hos transportören och bett dem fråga chauffören. Har du ett förråd eller garage där det kan ha ställts?\n\nVi hittar en lösning före lördag i alla fall.',
    note: 'Chauffören har levererat fel på samma gata förut. Skicka en ny i morgon om vi inte hör något.',
    back: 'Jag har letat överallt. Inget garage här. Bra om ni bara skickar en ny.',
    solution:
      'En ny är skickad i dag med leverans till dörren på fredag. Dyker den första upp kan du spara retursedeln och skicka tillbaka den när det passar.',
  },
  wrongSize: {
    title: 'Byta storlek på {thing}',
    ask: 'Jag köpte en {thing} i medium, men den är för trång över axlarna. Kan jag byta till large? Den är bara provad inomhus och lapparna sitter kvar.\n\nOrder {ref}.',
    answer:
      'Absolut. Vi har large i lager i samma färg och lägger undan en åt dig. Du får en retursedel med e-post, och vi skickar den nya så snart den gamla har skannats hos transportören.',
    note: 'Sista large i blått. Reserverad.',
    back: 'Toppen, den är inlämnad hos ombudet i dag.',
    solution: 'Den nya är på väg och är hos dig om två till tre dagar. Hör av dig om den inte heller passar.',
  },
  refundLate: {
    title: 'Var är mina pengar?',
    ask: 'Jag returnerade en {thing} för över tre veckor sedan (order {ref}) och har fortfarande inte fått pengarna. Det här är tredje gången jag skriver. Nu börjar jag bli riktigt trött på det.',
    answer:
      'Det förstår jag verkligen, och jag ber om ursäkt. Din retur är registrerad hos oss, men utbetalningen har stannat eftersom kortet är utbytt. Har du ett kontonummer som vi kan betala till? Ring gärna in det, så slipper du skicka det med e-post.',
    note: 'Tredje gången. Det första ärendet stängdes av misstag. Ersätt frakten.',
    back: 'Ja, det stämmer att jag har fått ett nytt kort. Jag ringde in numret alldeles nyss.',
    solution:
      'Pengarna är överförda i dag och finns på kontot i morgon. Vi har betalat tillbaka frakten också. Tack för tålamodet.',
  },
  brokenZip: {
    title: 'Dragkedjan är trasig efter två månader',
    ask: 'Dragkedjan på min {thing} har gått sönder efter bara två månaders användning. Se bilden. Jag räknar med att det täcks av reklamationsrätten.\n\nOrdernumret är {ref}.',
    answer:
      'Det gör det. Så fort ska inte en dragkedja gå sönder. Du kan välja om vi ska laga den, vilket tar ungefär tio dagar, eller om du vill ha en ny.',
    note: 'Fjärde ärendet på den här serien. Meddela leverantören.',
    back: 'Då vill jag helst ha en ny, jag ska på fjällvandring nästa vecka.',
    solution:
      'En ny är skickad i dag. Den gamla behöver du inte skicka tillbaka, men klipp gärna av märkningen och ta en bild på den åt oss.',
  },
  passwordReset: {
    title: 'Får inget nytt lösenord med e-post',
    ask: 'Jag har tryckt på ”glömt lösenord” fem gånger, men det kommer ingen e-post. Jag har tittat i skräpposten också. Kan ni hjälpa mig in?',
    answer:
      'Ditt konto är registrerat på en annan e-postadress än den du skriver från. Kan det vara så att du använde jobbadressen när du handlade första gången?',
    note: 'Uppge aldrig den andra adressen. Kunden måste säga den själv.',
    back: 'Ja, så var det! Det jobbet har jag slutat på. Kan ni byta till den här adressen?',
    solution:
      'Adressen är bytt efter att du svarade rätt på frågorna på telefon. Tryck på ”glömt lösenord” en gång till, så kommer e-posten.',
  },
  discountCode: {
    title: 'Rabattkoden fungerar inte',
    ask: 'Jag fick en rabattkod när jag anmälde mig till nyhetsbrevet, men i kassan står det att den är ogiltig. Jag vill köpa en {thing}.',
    answer:
      'Koden gäller inte varor som redan är nedsatta, och den du tittar på har extrapris veckan ut. Du får alltså det lägsta priset utan koden.',
    note: 'Texten i kassan är för dålig. Skicka vidare till dem som bygger webbutiken.',
    back: 'Okej, då förstår jag. Kan jag spara koden till senare?',
    solution: 'Ja, koden gäller året ut. Trevlig shopping!',
  },
  changeAddress: {
    title: 'Fel leveransadress på order {ref}',
    ask: 'Jag upptäckte precis att order {ref} går till min gamla adress. Kan ni ändra innan den skickas? Den nya står i min profil nu.',
    answer:
      'Paketet är packat men inte hämtat av bilen ännu. Jag har stoppat det och skriver ut en ny adresslapp. Stämmer adressen som står i din profil, även lägenhetsnumret?',
    note: 'Paketet ligger på hylla 4 med gul lapp.',
    back: 'Adressen stämmer, lgh 1102. Tack för snabb hjälp!',
    solution: 'Ny lapp är på och paketet gick med bilen klockan tre. Du kan följa det med samma spårningsnummer.',
  },
  receipt: {
    title: 'Behöver kvitto för order {ref}',
    ask: 'Vår bokföring saknar kvitto för order {ref}. Kan ni skicka det med vårt organisationsnummer på? Vi ska lämna momsdeklarationen på fredag.',
    answer:
      'Här är kvittot med företagsnamn och organisationsnummer. Vi har lagt in uppgifterna på ert konto, så de kommer med automatiskt nästa gång.',
    note: 'Företagskund. Fråga om de vill ha samlingsfaktura.',
    back: 'Mottaget, tack! Kan vi få en samlingsfaktura varje månad i stället?',
    solution: 'Det är ordnat från nästa månad. Fakturan kommer elektroniskt den första vardagen.',
  },
  backInStock: {
    title: 'Kommer {thing} tillbaka i lager?',
    ask: 'Vet ni när {thing} kommer tillbaka i lager? Jag har väntat sedan i höstas. Färgen är inte så noga.',
    answer:
      'Vi väntar ett parti inom två till tre veckor, i grönt och grått. Vill du att jag lägger undan en åt dig? Det är helt utan förpliktelser.',
    note: 'Partiet är försenat från fabriken, lova inget datum.',
    back: 'Ja, lägg gärna undan en grön.',
    solution:
      'Nu har den kommit. Länken till din reserverade vara finns i e-postmeddelandet du fick i dag, och den gäller i fem dagar.',
  },
  doubleCharge: {
    title: 'Debiterad två gånger för order {ref}',
    ask: 'Ni har debiterat mitt kort två gånger för samma order, {ref}. Jag bifogar ett utdrag från banken. Betala tillbaka det ena beloppet så snart som möjligt, är ni snälla.',
    answer:
      'Tack för utdraget. Det ena är en reservation som blev kvar när betalningen avbröts halvvägs. Jag har tagit bort den hos oss. Banken behöver vanligtvis två bankdagar.',
    note: 'Samma fel i betallösningen hos tre andra i går kväll.',
    back: 'Den ligger kvar fortfarande, och nu har det gått tre dagar …',
    solution:
      'Vi ringde betalleverantören, som tog bort reservationen medan vi väntade. Den ska vara borta i internetbanken nu.',
  },
}
