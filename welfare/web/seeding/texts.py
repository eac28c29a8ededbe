"""What invented people write. Each text carries a mark of its own, so that a test can tell where it has got to."""

from random import Random

from welfare.rules.subjects import Subject

SUBJECTS = (
    (Subject.ATTENDANCE, "Aamut ja poissaolot", "Aamun tunneilta on kertynyt poissaoloja syyskuusta alkaen."),
    (Subject.COPING_AND_MOOD, "Jaksaminen", "Voimat ovat vähissä, ja iltaisin uni ei tule."),
    (Subject.LEARNING, "Oppimisen tuki", "Tehtävät jäävät kesken, vaikka yritystä on paljon."),
    (Subject.PEERS_AND_BULLYING, "Kaverit", "Välitunnit kuluvat yksin, ja ryhmän viestit satuttavat."),
    (Subject.FAMILY, "Muutos kotona", "Kotona on tapahtunut muutos, joka vie voimia koulusta."),
    (Subject.HEALTH, "Päänsäryt", "Päätä särkee monena päivänä viikossa, ja tunteja jää väliin."),
    (Subject.TRANSITION, "Siirtymä", "Uuteen kouluun siirtyminen jännittää."),
)
REQUESTS = (
    "Oppilas on ollut viime viikkoina vetäytyvä ja väsynyt.",
    "Poissaolot ovat lisääntyneet, eikä oppilas halua kertoa syytä.",
    "Oppilas jää välitunneilla yksin ja on itkenyt kahdesti.",
    "Tarvitsen jonkun, jonka kanssa puhua. Kotona on vaikeaa.",
    "Lapseni ei saa nukuttua ja pelkää kouluun lähtöä.",
    "Oppilas on kertonut päänsäryistä ja huolesta perheessä.",
    "Oppilaan arvosanat ovat pudonneet, ja hän puhuu itsestään ikävästi.",
    "Luokassa on ollut riitoja, joista oppilas kantaa huolta.",
)
NOTES = (
    "Keskustelu oppilaan kanssa. Aamut sujuvat paremmin, kun ensimmäinen tunti alkaa tutussa tilassa.",
    "Puhelu kotiin oppilaan luvalla. Sovittu yhteisestä tavasta ilmoittaa poissaoloista.",
    "Tapaaminen ryhmän kesken. Seurataan kolme viikkoa ja arvioidaan yhdessä oppilaan kanssa.",
    "Oppilas kertoi, että välitunnit ovat rauhallisempia. Jatketaan pienryhmää.",
    "Sovittu, että tehtävät annetaan pienemmissä osissa ja niihin saa enemmän aikaa.",
    "Oppilas toivoo, että häneltä kysytään viikon alussa, mitä hän tarvitsee.",
    "Uni on parantunut. Käynti jatkuu joka toinen viikko.",
    "Arvioitu yhdessä: tavoitteesta on toteutunut puolet. Seuraava kerta sovittu.",
)
URGENT_REASON = "Oppilas kertoi, ettei uskalla mennä kotiin tänään."
APART_REASON = "Oppilas ei ollut tänään koulussa, ja asia ei voi odottaa."


class Marks:
    """Gives out marks, each once, the same for the same seed."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng

    def put_on(self, text: str) -> str:
        """The text with a mark at its end that stands nowhere else."""
        return f"{text} Merkki {self._rng.getrandbits(48):012x}."
