import type { TradeTexts } from '../language-texts.ts'

export const energy: TradeTexts<'energy'> = {
  meterReading: {
    title: 'Sähkölasku ei vastaa mittarin lukemaa',
    ask: 'Laskulla {ref} kulutus on lähes kaksinkertainen siihen nähden, mitä mittari näyttää. Otin kuvan näytöstä. Voitteko tarkistaa tämän ennen eräpäivää?',
    answer:
      'Kiitos kuvasta. Lasku perustuu arvioon, koska mittari ei ole lähettänyt tietoja yhteentoista päivään. Pysäytin laskun siksi aikaa, kun haemme oikean lukeman.',
    note: 'Mittarin signaali katosi, kun tontille rakennettiin autotalli. Tilaa antenni.',
    back: 'Voi pitää paikkansa, rakensimme autotallin syksyllä. Pitääkö minun tehdä jotain?',
    solution:
      'Sinun ei tarvitse tehdä mitään. Uusi lasku oikealla kulutuksella on lähetetty, ja asentaja laittaa ulkoantennin ensi viikolla.',
  },
  movingOut: {
    title: 'Muutto ensi kuun 1. päivä',
    ask: 'Muutamme ensi kuun ensimmäinen päivä ja haluamme irtisanoa sähkön vanhasta osoitteesta. Voimmeko ottaa sopimuksen {thing} mukaan uuteen asuntoon?',
    answer:
      'Voitte kyllä. Tarvitsen uuden osoitteen ja käyttöpaikan numeron, joka lukee mittarissa. Tiedättekö, kuka muuttaa tilallenne?',
    note: 'Uusi osoite on taloyhtiössä. Tarkista, onko yhteismittaus.',
    back: 'Numero on {ref}. Uudet omistajat jatkavat samasta päivästä.',
    solution:
      'Kaikki on valmista: sopimus siirtyy mukananne, ja vanhan asunnon loppulasku tulee kuun puolivälissä. Onnea muuttoon!',
  },
  powerCut: {
    title: 'Meiltä on sähköt poikki',
    ask: 'Sähköt katkesivat tunti sitten, mutta naapureilla on valot. Kaikki sulakkeet ovat päällä. Talossa on vauva, ja kylmenee nopeasti. Voitteko lähettää jonkun?',
    answer:
      'Lähetämme asentajan nyt. Vika on luultavasti mittaria edeltävässä pääsulakkeessa. Älä avaa sitä itse. Asentaja soittaa kymmenen minuuttia ennen kuin on perillä.',
    note: 'Päivystäjä 2 on lähtenyt. Vanha liittymä, tarkista liittymiskaapeli.',
    back: 'Hän on täällä nyt. Kiitos paljon, se kävi nopeasti!',
    solution:
      'Vika oli liittymän löysässä liittimessä. Se on kiristetty, ja asentaja mittasi, että kaikki on kunnossa. Vaihdamme koko liittymän keväällä veloituksetta.',
  },
  solarPanels: {
    title: 'Kysymys aurinkopaneeleista ja ylijäämän myynnistä',
    ask: 'Harkitsemme aurinkopaneeleja katolle. Miten meistä tulee pientuottaja, ja mitä maksatte sähköstä, jota emme itse käytä? Nykyinen sopimuksemme on {thing}.',
    answer:
      'Hieno juttu! Asentaja ilmoittaa laitteiston, ja sen jälkeen mittari lukee molempiin suuntiin. Maksamme tunneittain pörssihinnan. Lähetä vuosikulutus, niin laskemme.',
    note: 'Ehkä kiinnostunut myös akusta. Soita pääsiäisen jälkeen.',
    back: 'Kulutamme noin 18 000 kWh vuodessa, eniten talvella.',
    solution:
      'Laskelma on sähköpostissa. Lyhyesti: 8 kW:n järjestelmä kattaa noin kolmanneksen kulutuksestanne. Kerro, kun olette valinneet asentajan.',
  },
  charger: {
    title: 'Sähköauton latausasema vilkkuu punaisena',
    ask: 'Viime vuonna teiltä ostettu latausasema vilkkuu punaisena eikä lataa. Sarjanumero on {ref}. Kävin kytkemässä sulakkeen pois ja takaisin päälle.',
    answer:
      'Kolme punaista välähdystä tarkoittaa maavikaa, viisi sitä, että yhteys verkkoon on katkennut. Montako välähdystä näet taukojen välissä?',
    note: 'Takuu vuoteen 2027. Samassa sarjassa on ollut kosteutta liittimessä.',
    back: 'Kolme välähdystä. Yöllä satoi kovasti, jos sillä on merkitystä.',
    solution:
      'Liittimessä oli kosteutta. Asentaja vaihtoi sen takuuseen ja tiivisti kaapelin ympäriltä. Lataus toimii taas.',
  },
  directDebit: {
    title: 'E-lasku paperilaskun tilalle',
    ask: 'Unohdan jatkuvasti maksaa ajoissa ja haluaisin e-laskun automaattimaksulla. Viimeisimmän laskun viitenumero on {ref}. Miten se tehdään?',
    answer:
      'Helpoimmin tilaat e-laskun verkkopankissa: hae nimellämme ja käytä asiakasnumeroasi. Viime kuun muistutusmaksun poistamme tällä kertaa.',
    note: 'Maksu poistettu. Toinen kerta tänä vuonna.',
    back: 'Kiitos, ystävällistä! Tilasin e-laskun nyt.',
    solution: 'E-lasku on rekisteröity. Seuraava lasku veloitetaan eräpäivänä, ja saat ilmoituksen viikkoa ennen.',
  },
  appSignIn: {
    title: 'En pääse sovellukseen puhelimen vaihdon jälkeen',
    ask: 'Sain uuden puhelimen, ja sovellus sanoo, ettei laitetta ole hyväksytty. En voi seurata kulutustani. Mitä teen?',
    answer:
      'Sovellus pitää liittää uuteen puhelimeen. Valitse kirjautumissivun alareunasta ”uusi laite” ja vahvista pankkitunnuksilla. Mikä puhelin sinulla on?',
    note: 'Tunnettu virhe sovelluksen edellisessä versiossa uusissa puhelimissa.',
    back: 'Se on aivan uusi malli. Painike on harmaa, kun pääsen siihen kohtaan.',
    solution:
      'Päivitä sovellus eilen julkaistuun versioon, niin painike muuttuu siniseksi. Näimme, että pääsit hetki sitten sisään. Hienoa!',
  },
  highUse: {
    title: 'Miksi sähköä kuluu näin paljon?',
    ask: 'Vaihdoimme lämpöpumppuun ja laskimme lämpötilaa, mutta kulutamme silti enemmän kuin viime vuonna. Sopimus on {thing}. Liitän yhteenvedon mukaan. Teillä täytyy olla virhe.',
    answer:
      'Katsoin tuntilukemat. Kulutus on yölläkin tasaisesti 2 kW, ja yleensä syynä on lämminvesivaraaja tai lämmityskaapeli. Onko teillä ulkona sulatuskaapeleita?',
    note: 'Mittarissa ei vikaa, se tarkastettiin viime vuonna.',
    back: 'On, pihatiellä! Senhän pitäisi olla päällä vain lumella.',
    solution: 'Syyllinen löytyi. Kun kytkit sen pois, yökulutus laski 0,4 kilowattiin. Se näkyy seuraavassa laskussa.',
  },
}
