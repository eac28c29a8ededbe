"""What the regional student welfare plan of the demonstration's county says, in both languages."""

from collections.abc import Mapping

from welfare.web.seeding.statutory_texts import Both

REGIONAL: Mapping[str, Both] = {
    "aims": (
        (
            "Opiskeluhuolto on lähellä, ennaltaehkäisevää ja samanlaista joka kunnassa. Jokainen opiskelija saa "
            "palvelut omalla kielellään, suomeksi tai ruotsiksi, eikä kieli pidennä odotusta."
        ),
        (
            "Elevhälsan finns nära, är förebyggande och likadan i varje kommun. Varje studerande får servicen på "
            "sitt eget språk, finska eller svenska, och språket förlänger inte väntan."
        ),
    ),
    "cooperation": (
        (
            "Alueellinen yhteistyöryhmä kokoontuu neljä kertaa vuodessa. Siinä ovat koulutuksen järjestäjät, "
            "opiskelijat, huoltajat ja palvelujen henkilöstö. Koulut saavat tiedon muutoksista kaksi viikkoa "
            "etukäteen."
        ),
        (
            "Den regionala samarbetsgruppen möts fyra gånger om året. I den sitter utbildningsanordnarna, "
            "studerande, vårdnadshavare och servicens personal. Skolorna får veta om ändringar två veckor i förväg."
        ),
    ),
    "need": (
        (
            "Järjestäjien suunnitelmien mukaan yhteydenotot kuraattorille ovat kasvaneet kolmena lukuvuonna. "
            "Psykologin palvelujen tarve on suurin alakouluissa, ruotsinkielisiä palveluja tarvitaan rannikon "
            "kunnissa."
        ),
        (
            "Enligt anordnarnas planer har kontakterna till kuratorn ökat under tre läsår. Behovet av psykolog är "
            "störst i de lägre årskurserna, och service på svenska behövs i kustkommunerna."
        ),
    ),
    "resources": (
        (
            "Vakanssit mitoitetaan niin, että kuraattoria kohden on enintään 670 ja psykologia kohden enintään 780 "
            "opiskelijaa. Avoimet vakanssit täytetään ostopalvelulla, kunnes niihin saadaan tekijä."
        ),
        (
            "Tjänsterna dimensioneras så att det finns högst 670 studerande per kurator och högst 780 per psykolog. "
            "Vakanta tjänster täcks med köpta tjänster tills de har tillsatts."
        ),
    ),
    "monitoring": (
        (
            "Yhteistyöryhmä seuraa henkilöstön määrää, yhteydenottoja ja määräajoissa pidettyjä keskusteluja "
            "lukukausittain. Tulokset julkaistaan vuosiraportissa kesäkuussa."
        ),
        (
            "Samarbetsgruppen följer personalen, kontakterna och de samtal som hållits inom utsatt tid terminsvis. "
            "Resultaten publiceras i årsrapporten i juni."
        ),
    ),
}
