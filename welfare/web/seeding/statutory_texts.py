"""What the demonstration's plans by law say, in both languages, and what its self-control has found."""

from collections.abc import Mapping, Sequence

Both = tuple[str, str]

SECTION: Mapping[str, Both] = {
    "need": (
        (
            "Kuraattori on koululla maanantaista torstaihin, psykologi kahtena päivänä viikossa. "
            "Terveydenhoitajan ovi on auki ilman ajanvarausta joka aamu klo 9–10. Lääkäri käy kerran kuussa."
        ),
        (
            "Kuratorn finns på skolan måndag till torsdag, psykologen två dagar i veckan. Hälsovårdarens dörr "
            "är öppen utan tidsbokning varje morgon kl. 9–10. Läkaren kommer en gång i månaden."
        ),
    ),
    "group": (
        (
            "Ryhmä kokoontuu kuusi kertaa lukuvuodessa. Siinä on kaksi oppilaskunnan valitsemaa oppilaiden "
            "edustajaa ja kaksi huoltajien edustajaa. Yksittäisen oppilaan asioita ryhmä ei käsittele."
        ),
        (
            "Gruppen möts sex gånger under läsåret. I den sitter två företrädare för eleverna, valda av "
            "elevkåren, och två för vårdnadshavarna. Gruppen behandlar inte en enskild elevs ärenden."
        ),
    ),
    "partners": (
        "Nuorisotyö päivystää aulassa keskiviikkoisin. Poliisi, seurakunta ja urheiluseurat tavataan syksyllä.",
        "Ungdomsarbetet har jour i aulan på onsdagar. Polisen, församlingen och idrottsföreningarna möts på hösten.",
    ),
    "transitions": (
        (
            "Kuudesluokkalaiset tutustuvat kahtena päivänä toukokuussa. Päättövaiheessa opinto-ohjaaja "
            "varmistaa jokaisen jatkopaikan elokuun loppuun."
        ),
        (
            "Sjätteklassarna bekantar sig under två dagar i maj. I slutskedet säkrar studiehandledaren allas "
            "fortsatta studieplats till slutet av augusti."
        ),
    ),
    "environment": (
        (
            "Terveellisyyden ja turvallisuuden tarkastus tehdään kolmen vuoden välein. Puutteet käydään läpi "
            "joka lokakuu turvallisuuskävelyllä, jossa oppilaat ovat mukana."
        ),
        (
            "Hälsan och säkerheten i miljön granskas vart tredje år. Bristerna gås igenom varje oktober under "
            "en trygghetsvandring tillsammans med eleverna."
        ),
    ),
    "absences": (
        (
            "Luokanvalvoja soittaa kotiin ensimmäisestä selvittämättömästä päivästä. 20 tunnin kohdalla "
            "tavataan, 50 tunnin kohdalla mukaan kutsutaan kuraattori."
        ),
        (
            "Klassföreståndaren ringer hem redan den första outredda dagen. Vid 20 timmar träffas man, vid 50 "
            "timmar bjuds kuratorn in."
        ),
    ),
    "health": (
        (
            "Ensiaputaitoisia on joka siivessä. Päihteistä puhutaan terveystiedossa ja vanhempainillassa, ja "
            "tilanteissa toimitaan varhaisen puuttumisen ohjeen mukaan."
        ),
        (
            "I varje flygel finns någon som kan första hjälpen. Rusmedel tas upp i hälsokunskapen och på "
            "föräldrakvällen, och i situationer följs anvisningen om tidigt ingripande."
        ),
    ),
    "crises": (
        (
            "Rehtori johtaa. Kriisikansio on kansliassa, ja tilanne harjoitellaan joka syyskuu. "
            "Jälkihuollosta vastaa psykologi."
        ),
        (
            "Rektorn leder. Krispärmen finns i kansliet och situationen övas varje september. Psykologen "
            "ansvarar för eftervården."
        ),
    ),
}
PROTECTION: Mapping[str, Both] = {
    "prevention": (
        "Ryhmäytyspäivä syyskuussa, tunnetaitotunnit 7. luokilla ja valvonta kaikilla välitunneilla.",
        "Gruppdag i september, lektioner i känslokunskap i årskurs 7 och tillsyn under alla raster.",
    ),
    "noticing": (
        "Kiusaamisesta voi kertoa kenelle tahansa aikuiselle tai nimettä koulun lomakkeella. Kertojaa kiitetään.",
        (
            "Man kan berätta om mobbning för vilken vuxen som helst eller anonymt med skolans blankett. Den "
            "som berättar får tack."
        ),
    ),
    "intervening": (
        "Selvittely alkaa samana päivänä. Tiimistä kaksi kuulee osapuolet erikseen.",
        "Utredningen inleds samma dag. Två ur teamet hör parterna var för sig.",
    ),
    "informing": (
        "Molempien osapuolten huoltajille soitetaan samana päivänä.",
        "Vårdnadshavarna till båda parter rings upp samma dag.",
    ),
    "support": (
        (
            "Jokaiselle tarjotaan kuraattorin keskustelua. Tilanne tarkistetaan kahden viikon ja kahden "
            "kuukauden kuluttua."
        ),
        "Alla erbjuds ett samtal med kuratorn. Läget kontrolleras efter två veckor och efter två månader.",
    ),
    "knowing": (
        "Suunnitelma käydään läpi joka luokassa elokuussa ja vanhempainillassa lokakuussa.",
        "Planen gås igenom i varje klass i augusti och på föräldrakvällen i oktober.",
    ),
}
EARLIER: Mapping[str, Both] = {
    "intervening": (
        "Selvittely alkaa viikon kuluessa. Tiimistä yksi kuulee osapuolet.",
        "Utredningen inleds inom en vecka. En ur teamet hör parterna.",
    ),
    "support": (
        "Jokaiselle tarjotaan kuraattorin keskustelua.",
        "Alla erbjuds ett samtal med kuratorn.",
    ),
}
"""What the first version of the plan against bullying said otherwise."""

CHECKS: Sequence[tuple[str, str, str]] = (
    ("access", "Syksyllä 31 pyyntöä, kaikki seitsemässä työpäivässä.", ""),
    ("known", "Kysely oppilaille: 84 % tietää, miten terveydenhoitajan tavoittaa.", ""),
    ("plan", "Suunnitelma käytiin läpi kehittämispäivässä.", ""),
    ("group", "Kolme kokousta kolmesta, edustajat paikalla.", ""),
    ("bullying", "24 selvittelyä, joista 22 seurattiin ajallaan.", "Kahden tilanteen seuranta puuttui."),
    ("environment", "Turvallisuuskävelyn muistio.", "Pihan valaistus polkupyörätelineillä."),
)
"""Item, what shows it, and what is lacking."""
BEFORE: Sequence[tuple[str, str]] = (
    ("access", "Lukuvuoden pyynnöt käytiin läpi: määräajat pitivät, yksi siirtyi perheen toiveesta."),
    ("known", "Palvelut esiteltiin jokaisella luokalla ja vanhempainillassa."),
    ("plan", "Suunnitelma käytiin läpi elokuun suunnittelupäivässä."),
    ("group", "Neljä kokousta neljästä; edustajat olivat paikalla kolmessa."),
    ("apart", "Pistokoe muistioihin: yksittäisten oppilaiden asioita ei ole käsitelty."),
    ("consent", "Lomakkeet ovat käytössä, ja henkilöstö on kerrannut ne syksyllä."),
    ("bullying", "Jokainen selvittely on kirjattu, ja seuranta on tehty."),
    ("absences", "Portaat ovat käytössä; tuntirajat katsottiin kuukausittain."),
    ("environment", "Turvallisuuskävelyn puutteille on sovittu korjaaja ja päivä."),
)
"""Item, and what showed it in a year that has been gone through."""
