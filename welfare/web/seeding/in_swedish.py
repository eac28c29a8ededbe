"""What is written in one language alone, as a Swedish school writes it."""

from collections.abc import Mapping

from welfare.organisations.models import Organisation

SWEDISH: Mapping[str, str] = {
    "Kouluterveyskysely: kiusattuna viikoittain 9 %. Ryhmäytyminen jäi edellisvuonna kesken.": (
        "Enkäten Hälsa i skolan: 9 % mobbas varje vecka. Det gruppstärkande arbetet blev på hälft i fjol."
    ),
    "Oppilaskunnan hallitus 4.9., vanhempainilta 21.9., opettajainkokous 11.9.": (
        "Elevkårens styrelse 4.9, föräldrakvällen 21.9, lärarmötet 11.9."
    ),
    "Toimintatavat löytyivät, mutta seuranta oli muutaman ihmisen varassa.": (
        "Arbetssätten är på plats, men uppföljningen vilade på några få."
    ),
    "Seurannalle nimetään vastuuhenkilö ja aika lukujärjestykseen.": (
        "Uppföljningen får en ansvarig och en tid i läsordningen."
    ),
    "Kouluterveyskysely, 8.–9. luokat": "Enkäten Hälsa i skolan, årskurs 8–9",
    "Viikoittain kiusattujen osuus on alle 7 %.": "Andelen som mobbas varje vecka är under 7 %.",
    "Selvittely alkoi samana päivänä kahdessa tapauksessa kolmesta. Seuranta jäi joskus tekemättä.": (
        "Utredningen inleddes samma dag i två fall av tre. Ibland uteblev uppföljningen."
    ),
    "Oppilaskunnan kysely": "Elevkårens enkät",
    "31 % kokee voivansa vaikuttaa": "31 % upplever att de kan påverka",
    "Jokainen aloite saa vastauksen kuukaudessa.": "Varje initiativ får svar inom en månad.",
    "14 aloitetta, kaikkiin vastattiin. Pihan penkit syntyivät näin.": (
        "14 initiativ, alla besvarades. Så kom bänkarna på gården till."
    ),
    "Arviointi kertoo, että seuranta puuttui. Poissaolojen kasvu näkyi helmikuussa.": (
        "Utvärderingen visar att uppföljning saknades. I februari syntes det att frånvaron ökade."
    ),
    "Oppilaskunta 10.9., huoltajien edustajat 18.9., kouluterveydenhuolto ja kuraattori 5.9.": (
        "Elevkåren 10.9, vårdnadshavarnas företrädare 18.9, skolhälsovården och kuratorn 5.9."
    ),
    "Kiusaamistyö kantaa jo itse. Poissaoloissa malli alkoi toimia vasta keväällä.": (
        "Arbetet mot mobbning bär redan av sig självt. För frånvaron började modellen fungera först på våren."
    ),
    "Poissaolomallin ensimmäinen askel siirretään luokanvalvojalle jo ensimmäiseltä viikolta.": (
        "Det första steget i frånvaromodellen tas av klassföreståndaren redan den första veckan."
    ),
    "Kiusaamiskysely, kevät": "Mobbningsenkäten, våren",
    "Jokainen selvittely seurataan kahden viikon kuluttua.": "Varje utredning följs upp efter två veckor.",
    "Seuranta tehtiin 22 kertaa 24:stä. Kysely: 7 %.": "Uppföljningen gjordes 22 gånger av 24. Enkäten: 7 %.",
    "Poissaolot, syys- ja kevätlukukausi": "Frånvaron, höst- och vårterminen",
    "11 h oppilasta kohti": "11 h per elev",
    "Luvattomat tunnit vähenevät neljänneksen.": "De olovliga timmarna minskar med en fjärdedel.",
    "Kevään tunnit vähenivät, syksyn eivät. Aamukahvilaan ei löytynyt tekijää.": (
        "Vårens timmar minskade, höstens inte. Ingen hittades för morgoncaféet."
    ),
    "Kiusaaminen on vähentynyt kolmatta vuotta. Osa oppilaista kertoo silti, ettei kukaan huomaa heitä.": (
        "Mobbningen minskar för tredje året. En del elever berättar ändå att ingen lägger märke till dem."
    ),
    "Oppilaskunnan hallitus 8.9., vanhempainilta 17.9., henkilöstön kehittämispäivä 29.8.": (
        "Elevkårens styrelse 8.9, föräldrakvällen 17.9, personalens utvecklingsdag 29.8."
    ),
    "Oma ilmapiirikysely": "Den egna klimatenkäten",
    "62 % tuntee kuuluvansa luokkaan": "62 % känner att de hör till klassen",
    "Kolme neljästä tuntee kuuluvansa luokkaan keväällä.": "Tre av fyra känner på våren att de hör till klassen.",
    "Enintään 5 % kertoo viikoittaisesta kiusaamisesta.": "Högst 5 % berättar om mobbning varje vecka.",
    "Poissaolot, viime lukuvuosi": "Frånvaron, förra läsåret",
    "9 h oppilasta kohti": "9 h per elev",
    "Luvattomia tunteja on enintään 6 oppilasta kohti.": "De olovliga timmarna är högst 6 per elev.",
    "Puolet toimenpiteistä on tehty tai käynnissä.": "Hälften av åtgärderna är gjorda eller på gång.",
    "Jatketaan suunnitellusti.": "Vi fortsätter enligt planen.",
    "Työ on alkanut.": "Arbetet har börjat.",
    "Oppilaskunnan hallitus": "Elevkårens styrelse",
    "Välituntitoiminta": "Verksamheten på rasterna",
    "Sateella ei ole mitään tekemistä.": "När det regnar finns det inget att göra.",
    "Liikuntasali avattiin kahdella välitunnilla viikossa.": "Gymnastiksalen öppnades under två raster i veckan.",
    "Kaikkien luokkien huoltajat": "Vårdnadshavarna i alla klasser",
    "Yhteydenpito kodin ja koulun välillä": "Kontakten mellan hem och skola",
    "Viestejä tulee liikaa ja liian myöhään.": "Meddelandena är för många och kommer för sent.",
    "Viikkoviesti perjantaisin kello 14.": "Ett veckobrev på fredagar klockan 14.",
    "Seitsemännen luokan huoltajat": "Vårdnadshavarna i årskurs sju",
    "Koulun alku yläkoulussa": "Skolstarten i årskurs sju",
    "Ryhmäytymistä kaivattiin.": "Man önskade mer gruppstärkande arbete.",
    "Ryhmäytyspäiviin lisättiin toinen päivä.": "De gruppstärkande dagarna fick en dag till.",
    "Opettajat ja ohjaajat": "Lärarna och handledarna",
    "Kiusaamisen vastaisen mallin vaiheet": "Stegen i modellen mot mobbning",
    "Kolmas vaihe viivästyy.": "Det tredje steget drar ut på tiden.",
    "Määräajaksi sovittiin kaksi koulupäivää.": "Tidsgränsen blev två skoldagar.",
    "Kahdeksannen luokan huoltajat": "Vårdnadshavarna i årskurs åtta",
    "Puhelimet koulupäivän aikana": "Telefonerna under skoldagen",
    "Selvä enemmistö toivoi yhteistä sääntöä.": "En klar majoritet önskade en gemensam regel.",
    "Sääntö kirjattiin järjestyssääntöihin.": "Regeln skrevs in i ordningsreglerna.",
    "Pihan suunnitelma": "Planen för gården",
    "Penkkejä ja katos.": "Bänkar och ett skärmtak.",
    "Penkit ja katos lisättiin suunnitelmaan.": "Bänkarna och skärmtaket togs med i planen.",
    "Koko henkilöstö": "Hela personalen",
    "Oma työhyvinvointi": "Det egna välbefinnandet i arbetet",
    "Iltapäivien kokoukset.": "Eftermiddagarnas möten.",
    "Koulun kirjastoon sohva.": "En soffa till skolans bibliotek.",
    "Kasvisruokapäivä kahdesti viikossa.": "Vegetarisk mat två dagar i veckan.",
    "Pidempi ruokatunti.": "En längre matrast.",
    "Pihalle penkkejä ja katos.": "Bänkar och ett skärmtak på gården.",
    "Hiljainen huone välitunneille.": "Ett tyst rum för rasterna.",
    "Yhteinen liikuntapäivä alakoulun kanssa.": "En idrottsdag tillsammans med de yngre eleverna.",
    "Pyöräteline myös takapihalle.": "Ett cykelställ också på bakgården.",
    "Syksyllä 31 pyyntöä, kaikki seitsemässä työpäivässä.": "31 kontakter på hösten, alla inom sju arbetsdagar.",
    "Kysely oppilaille: 84 % tietää, miten terveydenhoitajan tavoittaa.": (
        "Enkät till eleverna: 84 % vet hur de når hälsovårdaren."
    ),
    "Suunnitelma käytiin läpi kehittämispäivässä.": "Planen gicks igenom på utvecklingsdagen.",
    "Kolme kokousta kolmesta, edustajat paikalla.": "Tre möten av tre, företrädarna på plats.",
    "24 selvittelyä, joista 22 seurattiin ajallaan.": "24 utredningar, varav 22 följdes upp i tid.",
    "Kahden tilanteen seuranta puuttui.": "Uppföljningen av två situationer saknades.",
    "Turvallisuuskävelyn muistio.": "Promemorian från trygghetsvandringen.",
    "Pihan valaistus polkupyörätelineillä.": "Gårdens belysning vid cykelställen.",
    "Ympäristöterveys, työsuojelu, kouluterveydenhoitaja, oppilaiden ja huoltajien edustajat": (
        "Miljöhälsovården, arbetarskyddet, skolhälsovårdaren, elevernas och vårdnadshavarnas företrädare"
    ),
    "Sisäilma ja melu kunnossa. Liikuntasalin valaistus ja pihan pinnoite heikkoja, ruokala ahdas.": (
        "Inomhusluften och ljudnivån i skick. Gymnastiksalens belysning och gårdens beläggning svaga, matsalen trång."
    ),
    "Liikuntasalin valaistus": "Gymnastiksalens belysning",
    "Kunnan tilapalvelu": "Kommunens lokalservice",
    "Lamput vaihdettiin LED-valaisimiin.": "Lamporna byttes till LED.",
    "Pihan pinnoite keinujen alla": "Gårdens beläggning under gungorna",
    "Kunnan tekninen toimi": "Kommunens tekniska väsende",
    "Ruokalan melu": "Bullret i matsalen",
    "Henkilöstökokous": "Personalmötet",
    "Kiusaamiseen puututaan samana päivänä.": "Mobbning tas upp samma dag.",
    "Luokanvalvojan tunnit 7–9": "Klassföreståndarens timmar i årskurs 7–9",
    "Oppilaskunta ehdottaa penkkejä aulaan.": "Elevkåren föreslår bänkar i aulan.",
    "Vanhempainilta": "Föräldrakvällen",
    "Nukkumisesta puhutaan kotona.": "Sömnen tas upp hemma.",
    "KiVa-tiimin katsaus": "KiVa-teamets genomgång",
    "Tunnit jatkuvat kaikilla luokilla.": "Lektionerna fortsätter i alla årskurser.",
    "KiVa-tunti": "KiVa-lektionen",
    "Luokkien tunnit ja oppilaskunta": "Klassernas timmar och elevkåren",
    "Kehittämisiltapäivä": "Utvecklingseftermiddagen",
}


def written(school: Organisation, text: str) -> str:
    """A text as this school writes it: numbers alone stay as they are. Raises KeyError where the Swedish is missing."""
    if school.teaching_languages != "sv" or not any(sign.isalpha() for sign in text):
        return text
    return SWEDISH[text]
