"""What the plans of an invented provider and county say, in both languages."""

from collections.abc import Mapping

Both = tuple[str, str]

PROVIDER_PLAN: Mapping[str, Both] = {
    "aims": (
        "Jokaisessa koulussa on turvallista olla, ja tuki alkaa siellä missä lapsi on.",
        "Det är tryggt att vara i varje skola, och stödet börjar där barnet är.",
    ),
    "need": (
        "Kuraattorin ja psykologin työaika jaetaan oppilasmäärän ja tarpeen mukaan joka elokuu.",
        "Kuratorernas och psykologernas arbetstid fördelas enligt elevantal och behov varje augusti.",
    ),
    "communal": (
        "Opiskeluhuoltoryhmä kokoontuu kuudesti vuodessa ja valitsee kolme tavoitetta, joilla on mittari.",
        "Elevhälsogruppen möts sex gånger om året och väljer tre mål som har en mätare.",
    ),
    "cooperation": (
        "Oppilaskunnat ja vanhempainyhdistykset kuullaan syyskuussa kummallakin kielellä.",
        "Elevkårerna och föräldraföreningarna hörs i september på båda språken.",
    ),
    "protection": (
        "Selvittely alkaa samana päivänä, ja tilanne tarkistetaan kahden viikon kuluttua.",
        "Utredningen inleds samma dag och läget kontrolleras efter två veckor.",
    ),
    "monitoring": (
        "Ohjausryhmä arvioi vuoden toukokuussa. Tulokset julkaistaan kesäkuussa.",
        "Styrgruppen utvärderar året i maj. Resultaten publiceras i juni.",
    ),
}
CHILDREN_PLAN: Mapping[str, Both] = {
    "state": (
        "Viikoittain kiusattujen osuus on kasvanut koko maassa. Yhä useampi kertoo aikuiselle.",
        "Andelen som mobbas varje vecka har ökat i hela landet. Allt fler berättar för en vuxen.",
    ),
    "promoting": (
        "Perhekeskus, maksuttomat harrastukset joka koulussa ja nuorisotyö välitunneilla.",
        "Familjecentret, avgiftsfria hobbyer i varje skola och ungdomsarbete på rasterna.",
    ),
    "need": (
        "Tarve arvioidaan vuosittain. Varhainen tuki on ensimmäinen vaihtoehto.",
        "Behovet bedöms varje år. Tidigt stöd är det första alternativet.",
    ),
    "cooperation": (
        "LAPE-ryhmässä ovat koulut, varhaiskasvatus, sosiaali- ja terveydenhuolto, seurakunnat ja järjestöt.",
        "I LAPE-gruppen finns skolorna, småbarnspedagogiken, social- och hälsovården, församlingarna och föreningarna.",
    ),
    "monitoring": (
        "Mittareina kiusaaminen, yksinäisyys ja pääsy palveluihin. Suunnitelma tarkistetaan neljän vuoden välein.",
        "Mätare är mobbning, ensamhet och tillgång till tjänster. Planen ses över vart fjärde år.",
    ),
}
