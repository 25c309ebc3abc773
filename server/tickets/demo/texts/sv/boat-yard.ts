import type { TradeTexts } from '../language-texts.ts'

export const boatYard: TradeTexts<'boatYard'> = {
  engineWontStart: {
    title: 'Motorn startar inte – {thing}',
    ask: 'Vi sjösatte båten i lördags och nu vill motorn inte starta. Det är en {thing}. Startmotorn går runt, men den tänder aldrig. Batterierna är nya och visar 12,7 volt.\n\nHar ni möjlighet att titta på den den här veckan? Vi hade planerat en tur i helgen.',
    answer:
      'Det låter som att den inte får bränsle. Prova att lufta systemet med handpumpen tills den blir hård, och kontrollera att kranen på tanken är öppen efter vintern.\n\nHjälper inte det kan vi komma ner till bryggan på torsdag förmiddag.',
    note: 'Samma båt hade luft i dieselfiltret förra året. Ta med filtersats och slangklämmor.',
    back: 'Pumpen blir aldrig hård, hur länge jag än håller på. Torsdag passar bra, nyckeln finns hos hamnvakten.',
    solution:
      'Nu startar den på första försöket. Det var en sprucken slang före förfiltret som drog luft. Vi har bytt slang och filter och provkört i tio minuter.',
  },
  winterStorage: {
    title: 'Vinterförvaring av {thing}',
    ask: 'Vad kostar det att ha en {thing} i vinterförvaring hos er, från oktober till april? Helst inomhus, men ute under tak går också bra.\n\nVad ingår i priset, och måste jag själv ta av masten?',
    answer:
      'Vi har en plats ledig inomhus i hall B. Priset räknas på längd gånger bredd, och upptagning, tvätt och sjösättning ingår. Masten tar vi av mot ett fast tillägg.\n\nSkicka största längd och bredd, så får du en offert i dag.',
    note: 'Hall B är full för båtar över 32 fot. Kolla kölens djup innan vi lovar plats.',
    back: 'Den är 9,20 lång och 2,85 bred. Jag tar gärna platsen inomhus.',
    solution: 'Då är din plats bokad i hall B från den 6 oktober. Vi hör av oss en vecka innan vi lyfter upp den.',
  },
  gelcoatDamage: {
    title: 'Skada i gelcoaten efter påsegling',
    ask: 'Någon har kört på min båt vid gästbryggan. Det är ett hack i gelcoaten på babords sida, ungefär 20 cm långt. Bild bifogas.\n\nVad kostar det att laga, och kan ni skicka priset till försäkringsbolaget? Skadenumret är {ref}.',
    answer:
      'Tack för en tydlig bild. Laminatet under ser helt ut, men vi behöver knacka på det för att vara säkra. Kan du komma förbi med båten? Det tar en kvart.\n\nVi skickar kostnadsförslaget direkt till försäkringsbolaget med skadenumret.',
    note: 'Färgkoden finns i pärmen från 2021. Räkna med fyra timmar plus polering.',
    back: 'Jag kommer förbi på måndag efter jobbet om det går bra.',
    solution:
      'Försäkringsbolaget har godkänt förslaget, och skadan är lagad och polerad. Du kan hämta båten när du vill.',
  },
  antifouling: {
    title: 'Bottenmålning och vårrustning – {thing}',
    ask: 'Jag vill gärna beställa bottenmålning och polering av skrovet före säsongen. Båten är en {thing} och står på land hos er.\n\nKan den vara klar till den 1 maj?',
    answer:
      'Det hinner vi. Vi har satt upp dig i vecka 16. Vill du ha samma bottenfärg som förra året eller en hårdare? Den hårda tål mer men kostar lite extra.',
    note: 'Kunden klagade på droppmärken förra året. Gå ett extra varv runt vattenlinjen.',
    back: 'Den hårda, tack. Och byt gärna anoderna när ni ändå håller på.',
    solution:
      'Båten är klar: två lager bottenfärg, nya anoder och polerat skrov. Säg till vilken dag vi ska sjösätta den.',
  },
  storageInvoice: {
    title: 'Fel belopp på faktura {ref}',
    ask: 'På faktura {ref} har ni tagit betalt för både vinterförvaring och el, men jag har inte haft någon el inkopplad över huvud taget. Kan ni titta på det?\n\nJag bifogar fakturan.',
    answer:
      'Tack för att du hör av dig. Jag stämmer av ellistan mot din plats och återkommer under dagen. Du behöver inte betala förrän det är utrett.',
    note: 'Elen hör till grannplatsen. Kreditera hela raden.',
    back: 'Bra, då väntar jag med att betala. Säg till när jag kan vänta mig en ny.',
    solution:
      'Du hade rätt: elen gällde platsen bredvid. Vi har skickat en kreditfaktura och en ny faktura. Förlåt för besväret.',
  },
  bilgePump: {
    title: 'Båten tar in vatten – brådskar!',
    ask: 'Länspumpen på min {thing} går hela tiden och det står vatten över durken. Jag är på väg ner men bor en timme bort.\n\nKan någon hos er titta på den nu?',
    answer: 'Vi går ner med en extra pump direkt. Är den låst, och var sitter huvudbrytaren?',
    note: 'Oskar är på väg ner med en pump. Kolla packboxen först.',
    back: 'Nyckeln hänger under bänken i sittbrunnen. Huvudbrytaren sitter till vänster om trappan. Tusen tack!',
    solution:
      'Båten är länsad. Vattnet kom från en lös slang på sjövattenfiltret. Vi har satt dit nya klämmor och låter pumpen stå kvar till i morgon för säkerhets skull.',
  },
  chartplotter: {
    title: 'Plottern hänger sig efter uppdatering',
    ask: 'Sedan jag uppdaterade plottern startar den om var tionde minut. Korten är köpta hos er, order {ref}.\n\nÄr det fler som har hört av sig om detta?',
    answer:
      'Ja, vi har sett det hos ett par till. Tillverkaren har släppt en ny version i dag. Lägg den på ett tomt minneskort, sätt i det och starta med knappen intryckt i fem sekunder.',
    note: 'Gäller bara enheter från före 2022. Vi har två färdiga minneskort i lådan.',
    back: 'Jag fick in den nya versionen, men korten är borta. Måste jag köpa dem igen?',
    solution:
      'Nej då. Logga in på kontot hos kortleverantören och välj ”hämta köp igen”, så kommer de tillbaka. Vi har skickat koden till dig.',
  },
  sailRepair: {
    title: 'Lagning av storsegel',
    ask: 'Storseglet har spruckit längs akterliket, ungefär en halv meter. Är det värt att laga ett segel från 2012, eller borde jag köpa nytt?\n\nBåten är en {thing}.',
    answer:
      'Om duken för övrigt är mjuk och inte missfärgad håller en lagning fint några år till. Kom förbi med seglet, så tittar vi på det tillsammans. Det kostar ingenting.',
    note: 'Segelmakaren är här tisdag och torsdag.',
    back: 'Då tar jag med det på torsdag.',
    solution: 'Seglet är sytt, och vi har förstärkt det nedre hörnet också. Det ligger klart att hämta i butiken.',
  },
  berth: {
    title: 'Ledig båtplats från sommaren?',
    ask: 'Vi har precis flyttat hit och köpt en {thing}. Har ni någon ledig båtplats från juni, och hur lång är kön?\n\nVi behöver 3,5 meters bredd.',
    answer:
      'Välkomna hit! Just nu har vi en plats på 3,5 meter på brygga C, ledig från den 15 juni. Den har el och vatten. Vill du ha den håller jag den åt dig veckan ut.',
    note: 'Plats C14. Ägaren säger upp den när han har sålt.',
    back: 'Ja tack, vi tar den! Vad behöver ni från oss?',
    solution: 'Avtalet är skickat med e-post för underskrift. När det är tillbaka får ni portkod och platsnummer.',
  },
}
