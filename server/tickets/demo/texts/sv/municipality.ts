import type { TradeTexts } from '../language-texts.ts'

export const municipality: TradeTexts<'municipality'> = {
  schoolTablet: {
    title: 'Krossad skärm på elevens surfplatta',
    ask: 'En elev i årskurs 6 tappade surfplattan i golvet och skärmen är krossad i ena hörnet. Den går att använda, men det är vassa kanter. Etiketten säger {ref}. Bild bifogas.',
    answer:
      'Ta plattan ur bruk, så att ingen skär sig. Vi har en låneplatta klar. Kan den hämtas på skolans expedition i morgon efter klockan tio?',
    note: 'Inom avtalet: en skärm per elev och år.',
    back: 'Det går bra. Eleven undrar om hans bilder försvinner?',
    solution:
      'Bilderna finns i molnet och kommer tillbaka vid inloggning. Den lagade plattan är lämnad på expeditionen i dag.',
  },
  newEmployee: {
    title: 'Behörigheter till nyanställd från måndag',
    ask: 'Vi får en ny handläggare på måndag. Hon behöver dator, e-post, behörighet till {thing} och passerkort. Vi beställde för två veckor sedan, men jag har inte fått någon bekräftelse.',
    answer:
      'Beställningen låg och väntade på godkännande från hennes chef. Nu är den godkänd. Datorn är klar på torsdag, behörigheterna aktiveras på måndag klockan sju.',
    note: 'Passerkortet görs i receptionen. Kom ihåg foto.',
    back: 'Så bra! Var hämtar hon kortet?',
    solution: 'Kortet hämtar hon i receptionen från klockan åtta. Ta med legitimation. Välkommen till henne!',
  },
  vpnHome: {
    title: 'Hemarbete: tappar anslutningen hela tiden',
    ask: 'När jag jobbar hemifrån bryts anslutningen varje kvart, och jag måste logga in på nytt i {thing}. På kontoret fungerar allt. Nätet hemma är annars bra.',
    answer:
      'Det beror troligen på att datorn växlar mellan två trådlösa nät. Prova att glömma gästnätet och starta om VPN. Skriv klockslaget till oss nästa gång det händer, så hittar vi det i loggen.',
    note: 'Klienten på datorn är två versioner gammal. Lägg den i kö för uppdatering.',
    back: 'Det hände 10.42 och 11.03 i dag, trots att jag bara har ett nät.',
    solution:
      'Vi hittade en gammal VPN-klient på datorn och har uppdaterat den över nätet. Anslutningen har hållit sedan i går.',
  },
  printerQueue: {
    title: 'Det kommer inget ur skrivaren på plan 2',
    ask: 'Skrivaren vid kopieringsrummet på plan 2 tar emot jobb men skriver inte ut något. Vi är sju som väntar på handlingar till mötet klockan tolv.',
    answer: 'Ett stort jobb hade låst kön. Jag har tagit bort det och kön går igen. Kom det ut något hos er?',
    note: 'PDF på 400 sidor från planavdelningen. Be dem använda tryckeriet.',
    back: 'Nu kommer det, men med ränder på varje sida.',
    solution: 'Vi har bytt trumma och provsidan är fin. Handlingarna ligger färdiga i hyllan.',
  },
  lockedOut: {
    title: 'Kontot är låst, kommer inte in',
    ask: 'Jag har varit föräldraledig och kan inte logga in. Det står att kontot är låst. Jag har lektion klockan nio och behöver {thing} till det.',
    answer:
      'Kontot var spärrat eftersom lösenordet gick ut medan du var borta. Ring oss, så bekräftar vi vem du är och öppnar det direkt.',
    note: 'Öppna inte på enbart e-post. Ring tillbaka till numret i personalsystemet.',
    back: 'Jag har ringt och fått ett nytt lösenord. Men nu frågar den efter en kod som jag inte har.',
    solution:
      'Din telefon är registrerad på nytt för engångskoder, och vi provade inloggningen tillsammans. Lycka till med lektionen!',
  },
  meetingRoom: {
    title: 'Skärmen i mötesrummet är svart',
    ask: 'Skärmen i mötesrum Ripan visar ingen bild när vi ansluter. Ljudet fungerar. Vi har provat tre datorer och två kablar. Det är nämndmöte där på onsdag.',
    answer:
      'Då är det nog själva boxen under bordet. Vi tittar på den i dag efter klockan två. Tills dess kan ni använda rummet bredvid.',
    note: 'Boxen blir varm, saknar luft bakom panelen.',
    back: 'Bra. Rummet är ledigt resten av dagen.',
    solution:
      'Boxen är bytt och vi har gjort plats för luft bakom panelen. Bild och ljud är provade med både kabel och trådlöst.',
  },
  careSystemSlow: {
    title: '{thing} är oanvändbart långsamt på äldreboendet',
    ask: 'Det tar över en minut att öppna en journal i {thing}. Det är medicinrunda nu och sjuksköterskorna får skriva på papper. Det här är tredje dagen i rad. Ni måste göra något!',
    answer:
      'Vi ser det i våra mätningar också och har lagt det överst på listan. Leverantören är inkopplad. Använd reservrutinen för läkemedel så länge, vi ringer er inom en halvtimme.',
    note: 'Leverantörens databas ligger på 100 %. Nattjobbet har inte stannat. Meddela beredskapen.',
    back: 'Det är lite bättre nu, men fortfarande långsamt på två av avdelningarna.',
    solution:
      'Leverantören har stoppat ett jobb som hängde, och svarstiderna är normala på alla avdelningar. Vi bevakar dygnet runt veckan ut.',
  },
  webForm: {
    title: 'Kan inte skicka ansökan om förskoleplats',
    ask: 'När jag trycker på ”skicka” kommer det bara en röd ram men ingen förklaring. Jag har fyllt i allt. Sista dagen är i dag! Skärmbild bifogas.',
    answer:
      'Du ska inte förlora platsen på grund av oss. Jag har noterat att du försökte i tid. Felet gäller barn med bindestreck i namnet. Prova med mellanslag i stället.',
    note: 'Fel i formuläret sedan senaste uppdateringen. Fyra familjer berörda.',
    back: 'Då gick det! Men nu står hans namn fel. Rättas det?',
    solution: 'Namnet är rättat i ansökan, och formuläret klarar bindestreck igen. Du har fått ett kvitto med e-post.',
  },
  archiveAccess: {
    title: 'Behörighet till gamla bygglov i {thing}',
    ask: 'Jag är ny på bygglov och ser inte ärenden från före 2015 i {thing}. Det gör min kollega. Kan jag få samma behörighet?',
    answer:
      'De äldsta ärendena ligger i ett eget arkiv med strängare behörighet. Din chef måste godkänna det. Jag har skickat frågan till henne nu.',
    note: 'Godkänt muntligt, väntar på det skriftliga.',
    back: 'Hon säger att hon har godkänt det i dag.',
    solution: 'Behörigheten är inlagd. Logga ut och in igen, så ser du hela arkivet.',
  },
}
