"""What is written in the demonstration's matters. Everybody in it is invented."""

from dataclasses import dataclass

from welfare.rules.subjects import Subject


@dataclass(frozen=True, slots=True)
class Words:
    """What a matter is about."""

    subject: Subject
    title: str
    background: str


JUSSILA = Words(
    Subject.ATTENDANCE,
    "Aamut ja poissaolot",
    "Viljamilla on ollut poissaoloja maanantaisin ja tiistaisin. Hän haluaa, että asiaa mietitään yhdessä.",
)
SUOMINEN = Words(
    Subject.COPING_AND_MOOD,
    "Aamut ja jaksaminen",
    "Helmi on ollut syyskuusta alkaen väsynyt ja jäänyt pois aamun tunneilta. Hän toivoi itse, että asiasta puhutaan.",
)
NEVALAINEN = Words(
    Subject.FAMILY,
    "Muutos kotona",
    "Milja kertoi, että kotona riidellään ja että hän on siitä huolissaan. Hän pyysi itse apua.",
)
VALKONEN = Words(
    Subject.LEARNING,
    "Oppimisen tuki",
    "Samuli tekee paljon työtä, mutta kokeet menevät heikommin kuin osaaminen. Huoltaja pyysi arviota.",
)
NEVALAINEN_EARLIER = Words(
    Subject.PEERS_AND_BULLYING,
    "Uusi luokka",
    "Milja vaihtoi luokkaa elokuussa ja jäi välitunneilla yksin. Hän halusi, että asiaa katsotaan yhdessä.",
)
LINDQVIST = Words(
    Subject.HEALTH,
    "Päänsäryt koulupäivinä",
    "Amandan päätä särki monena päivänä viikossa, ja tunteja jäi väliin.",
)

SUOMINEN_PRESENT = (
    ("elli", "kuraattori, vastuuhenkilö"),
    ("marjatta", "luokanvalvoja"),
    ("maria", "kouluterveydenhoitaja"),
)
SUOMINEN_MEETING = {
    "heading": "Ensimmäinen tapaaminen",
    "handling": (
        "Käytiin läpi, milloin aamut ovat vaikeimpia. Todettiin, että maanantai on raskain ja että uni tulee myöhään."
    ),
    "student_view": "Mä haluan tulla kouluun, mutta aamulla ei vaan jaksa nousta. Auttaisi, jos joku odottaisi mua.",
    "student_view_absent": "",
    "guardian_view": "Äiti kertoi puhelimessa olevansa samaa mieltä ja sovitusta helpottunut.",
    "information": "Seurataan kolme viikkoa. Helmi arvioi itse, mikä on auttanut.",
}
SUOMINEN_MEASURES = (
    {
        "what": "Maanantai alkaa pienryhmätilassa, jossa Helmi otetaan vastaan",
        "by": "Maarit Virtanen, erityisopettaja",
        "followed_by": "Elli Puhakka, kuraattori",
    },
    {
        "what": "Keskustelu unesta ja iltojen rytmistä",
        "by": "Maria Anttila, terveydenhoitaja",
        "followed_by": "Elli Puhakka, kuraattori",
    },
)
SUOMINEN_NURSE = (
    "Helmi kävi sovitusti. Iltojen rytmistä tehtiin suunnitelma, jota hän kokeilee kaksi viikkoa. Uusi aika on varattu."
)
SUOMINEN_WRONG = "Helmi on ollut kolmen viikon aikana poissa seitsemältä aamun tunnilta."
SUOMINEN_RIGHT = "Helmi on ollut kolmen viikon aikana poissa kahdelta aamun tunnilta."
SUOMINEN_REASON = "Laskin mukaan tunnit, joilla Helmi oli sovitusti pienryhmätilassa."
SUOMINEN_OWN_WORDS = "Maanantait on nyt helpompia. Haluan jatkaa niin, että saan tulla ensin pieneen tilaan."
SUOMINEN_DISCLOSURE = {
    "what": "Helmi aloittaa maanantait pienryhmätilassa ja tulee tunnille kello 8.30. Poissaoloa ei merkitä.",
    "to_whom": "Luokan 8B opettajat (6)",
    "necessity": "Opettajien on tiedettävä järjestely, jotta opetus voidaan järjestää.",
}
SUOMINEN_TO_PRINCIPAL = {
    "what": "Asiantuntijaryhmän tapaaminen, 1 kohta",
    "to_whom": "Karoliina Mustonen, rehtori",
    "necessity": "Rehtori järjestää pienryhmätilan maanantaiaamuiksi.",
}
SUOMINEN_PLAN = (
    "Maanantai alkaa pienryhmätilassa, jossa Helmi otetaan vastaan – tekee: Maarit Virtanen, erityisopettaja, "
    "seuraa: Elli Puhakka, kuraattori"
)
SUOMINEN_TO_SERVICES = {
    "what": "Oppilaan omat sanat, 1 kohta",
    "to_whom": "Outi Saarela, sosiaalityöntekijä, perhepalvelut",
    "necessity": "Perhepalvelut pyysi tiedon palvelutarpeen arviota varten.",
}
NOTICE_KEPT_IN = "Kuraattorin asiakasrekisteri"
RELATED = "Työntekijä on oppilaan kummi."
YOUTH_WORKER = {
    "outsider_name": "Jari Kallio",
    "outsider_role": "nuoriso-ohjaaja",
    "outsider_organisation": "Lakeuskosken nuorisopalvelut",
    "outsider_email": "jari.kallio@nuoriso.example",
    "scope": "Aamujen järjestely ja vapaa-ajan ryhmä; ei terveystietoja",
}
NEVALAINEN_GROUNDS = (
    "Milja perusteli toiveensa selvästi. Hänellä on turvallinen aikuinen, eikä kielto ole hänen etunsa vastainen."
)
NEVALAINEN_TOLD = "Kielto on voimassa, koska perustelit sen hyvin. Katsomme sitä yhdessä uudelleen keväällä."
NEVALAINEN_WISH = "En halua, että isä saa tietää, kun juttelen koulussa. Hän suuttui viimeksi."
NEVALAINEN_NOTE = "Milja kertoi viikostaan. Sovittiin, että hän voi tulla vastaanotolle ilman ajanvarausta."
VALKONEN_NOTE = "Lukeminen sujuu rauhallisessa tilassa. Samuli saa kokeissa lisäaikaa ja tehtävät osissa."
VALKONEN_CURATOR = "Samuli on tyytyväinen järjestelyyn ja haluaa, että sitä seurataan jouluun asti."
NEVALAINEN_ENDED = "Milja on löytänyt luokasta kavereita, ja tukioppilas jatkaa hänen kanssaan. Ryhmää ei enää tarvita."
LINDQVIST_NOTE = "Päänsäryt ovat vähentyneet, kun lepotauko on sovittu. Amanda ei tarvitse enää ryhmää."
