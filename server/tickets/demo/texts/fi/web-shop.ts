import type { TradeTexts } from '../language-texts.ts'

export const webShop: TradeTexts<'webShop'> = {
  parcelMissing: {
    title: 'Paketti ei ole tullut, tilaus {ref}',
    ask: 'Seurannan mukaan paketti toimitettiin tiistaina, mutta postilaatikossa ei ole mitään eivätkä naapurit ole nähneet sitä. Siinä oli {thing} lauantain syntymäpäiville.\n\nMitä nyt tehdään?',
    answer:
      'Harmillista. Ilmoitin paketin kadonneeksi kuljetusyhtiölle ja pyysin heitä kysymään kuljettajalta. Onko teillä varastoa tai autokatosta, johon se olisi voitu jättää?\n\nRatkaisu löytyy joka tapauksessa ennen lauantaita.',
    note: 'Kuljettaja on toimittanut väärin samalla kadulla ennenkin. Lähetä uusi huomenna, jos mitään ei kuulu.',
    back: 'Olen etsinyt joka paikasta. Katosta ei ole. Olisi hyvä, jos vain lähettäisitte uuden.',
    solution:
      'Uusi lähti tänään, ja se toimitetaan ovelle perjantaina. Jos ensimmäinen löytyy, palauta se mukana tulevalla lapulla, kun ehdit.',
  },
  wrongSize: {
    title: 'Koon vaihto – {thing}',
    ask: 'Tilasin tuotteen {thing} koossa M, mutta se kiristää hartioista. Voinko vaihtaa kokoon L? Sitä on vain sovitettu sisällä, ja laput ovat paikallaan.\n\nTilaus {ref}.',
    answer:
      'Totta kai. L-kokoa on varastossa samassa värissä, ja varasin sinulle yhden. Saat palautuslapun sähköpostiin, ja lähetämme uuden heti, kun vanha on kuljetusyhtiön järjestelmässä.',
    note: 'Viimeinen sininen L. Varattu.',
    back: 'Hienoa, vein sen tänään noutopisteeseen.',
    solution: 'Uusi on matkalla ja perillä kahden tai kolmen päivän kuluttua. Kerro, jos sekään ei istu.',
  },
  refundLate: {
    title: 'Missä rahani viipyvät?',
    ask: 'Palautin yli kolme viikkoa sitten tuotteen {thing} (tilaus {ref}), enkä ole vieläkään saanut rahoja. Kirjoitan jo kolmatta kertaa. Alkaa tosissaan kyllästyttää.',
    answer:
      'Ymmärrän hyvin, ja pahoittelen. Palautuksesi on kirjattu, mutta maksu pysähtyi, koska korttisi on vaihtunut. Onko sinulla tilinumeroa, jolle voimme maksaa? Kerro se mieluiten puhelimessa, niin sitä ei tarvitse lähettää sähköpostilla.',
    note: 'Kolmas yhteydenotto. Ensimmäinen suljettiin vahingossa. Hyvitä toimituskulut.',
    back: 'Kyllä, sain uuden kortin. Soitin numeron juuri teille.',
    solution:
      'Rahat on siirretty tänään ja näkyvät tilillä huomenna. Palautimme myös toimituskulut. Kiitos kärsivällisyydestä.',
  },
  brokenZip: {
    title: 'Vetoketju hajosi kahdessa kuukaudessa',
    ask: 'Ostamassani tuotteessa {thing} vetoketju meni rikki vain kahden kuukauden käytön jälkeen. Katsokaa kuvaa. Oletan, että tämä kuuluu virhevastuun piiriin.\n\nTilausnumero on {ref}.',
    answer:
      'Kuuluu kyllä. Noin nopeasti vetoketju ei saa hajota. Voit valita, korjaammeko sen, mihin menee noin kymmenen päivää, vai haluatko uuden.',
    note: 'Neljäs tapaus tästä sarjasta. Ilmoita tavarantoimittajalle.',
    back: 'Sitten mieluummin uusi, olen lähdössä ensi viikolla vaeltamaan.',
    solution: 'Uusi lähti tänään. Vanhaa ei tarvitse palauttaa, mutta leikkaa merkki irti ja lähetä siitä meille kuva.',
  },
  passwordReset: {
    title: 'Uusi salasana ei tule sähköpostiin',
    ask: 'Painoin ”unohdin salasanan” viisi kertaa, mutta viestiä ei kuulu. Katsoin myös roskapostin. Voitteko auttaa minut sisään?',
    answer:
      'Tilisi on rekisteröity toiselle sähköpostiosoitteelle kuin se, josta kirjoitat. Käytitkö ehkä työosoitettasi, kun tilasit ensimmäisen kerran?',
    note: 'Älä koskaan kerro toista osoitetta. Asiakkaan pitää sanoa se itse.',
    back: 'Kyllä, siitä se johtui! En ole enää siellä töissä. Voitteko vaihtaa tähän osoitteeseen?',
    solution:
      'Osoite on vaihdettu, kun vastasit puhelimessa kysymyksiin oikein. Paina vielä kerran ”unohdin salasanan”, niin viesti tulee.',
  },
  discountCode: {
    title: 'Alennuskoodi ei toimi',
    ask: 'Sain alennuskoodin, kun tilasin uutiskirjeen, mutta kassalla lukee, ettei se kelpaa. Haluaisin ostaa tuotteen {thing}.',
    answer:
      'Koodi ei koske jo alennettuja tuotteita, ja katsomasi tuote on tarjouksessa viikon loppuun. Saat siis halvimman hinnan ilman koodia.',
    note: 'Kassan teksti on liian epäselvä. Välitä verkkokaupan tekijöille.',
    back: 'Selvä, nyt ymmärrän. Voinko säästää koodin myöhemmäksi?',
    solution: 'Kyllä, koodi on voimassa vuoden loppuun. Mukavia ostoksia!',
  },
  changeAddress: {
    title: 'Väärä toimitusosoite, tilaus {ref}',
    ask: 'Huomasin juuri, että tilaus {ref} on menossa vanhaan osoitteeseeni. Voitteko muuttaa sen ennen lähetystä? Uusi osoite on nyt profiilissani.',
    answer:
      'Paketti on kerätty, mutta auto ei ole vielä hakenut sitä. Pysäytin sen ja tulostan uuden osoitelapun. Onko profiilin osoite oikein, myös huoneiston numero?',
    note: 'Paketti on hyllyssä 4, keltainen lappu.',
    back: 'Osoite on oikein, A 5. Kiitos nopeasta avusta!',
    solution: 'Uusi lappu on paikallaan, ja paketti lähti kolmen autolla. Voit seurata sitä samalla seurantanumerolla.',
  },
  receipt: {
    title: 'Kuitti puuttuu, tilaus {ref}',
    ask: 'Kirjanpidostamme puuttuu kuitti tilauksesta {ref}. Voitteko lähettää sen niin, että siinä on Y-tunnuksemme? Arvonlisäveroilmoitus pitää jättää perjantaina.',
    answer:
      'Tässä on kuitti yrityksen nimellä ja Y-tunnuksella. Lisäsimme tiedot tilillenne, joten ne tulevat ensi kerralla itsestään.',
    note: 'Yritysasiakas. Kysy, haluavatko koontilaskun.',
    back: 'Vastaanotettu, kiitos! Voisimmeko saada sen sijaan koontilaskun kerran kuussa?',
    solution: 'Asia on järjestetty ensi kuusta alkaen. Lasku tulee verkkolaskuna ensimmäisenä arkipäivänä.',
  },
  backInStock: {
    title: 'Tuleeko {thing} takaisin varastoon?',
    ask: 'Tiedättekö, milloin {thing} tulee takaisin varastoon? Olen odottanut syksystä asti. Värillä ei ole niin väliä.',
    answer:
      'Odotamme erää kahden tai kolmen viikon sisällä, vihreää ja harmaata. Haluatko, että varaan sinulle yhden? Se ei sido mihinkään.',
    note: 'Erä on myöhässä tehtaalta, älä lupaa päivämäärää.',
    back: 'Kyllä, varaa mielellään vihreä.',
    solution:
      'Nyt se tuli. Linkki varattuun tuotteeseen on tänään lähetetyssä sähköpostissa, ja se on voimassa viisi päivää.',
  },
  doubleCharge: {
    title: 'Veloitettu kahdesti, tilaus {ref}',
    ask: 'Korttiani on veloitettu kahdesti samasta tilauksesta {ref}. Liitteenä on tiliote. Palauttakaa toinen summa mahdollisimman pian.',
    answer:
      'Kiitos tiliotteesta. Toinen niistä on katevaraus, joka jäi voimaan, kun maksu keskeytyi. Poistin sen meiltä. Pankilla menee yleensä kaksi pankkipäivää.',
    note: 'Sama virhe maksupalvelussa kolmella muullakin eilen illalla.',
    back: 'Se näkyy edelleen, ja nyt on kulunut jo kolme päivää …',
    solution:
      'Soitimme maksupalveluun, ja he poistivat varauksen puhelun aikana. Sen pitäisi olla nyt poissa verkkopankista.',
  },
}
