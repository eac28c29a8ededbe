"""The tasks that a new group begins with, by its level (OHL 4 §, 13-14 a §, 26 §; LSL 12 §)."""

from types import MappingProxyType

from welfare.organisations.models import Organisation
from welfare.rules.unit_types import UnitType
from welfare.rules.welfare_groups import GroupKind

Both = tuple[str, str]
"""Finnish, Swedish."""

_SCHOOL: Both = (
    (
        "Suunnittelee, kehittää, toteuttaa ja arvioi koulun opiskeluhuoltoa.\n"
        "Seuraa oppilaiden hyvinvointia ja kouluympäristön turvallisuutta ja ehdottaa toimenpiteitä.\n"
        "Valmistelee koulun osuuden opiskeluhuoltosuunnitelmaan yhdessä oppilaiden ja huoltajien kanssa.\n"
        "Ei käsittele yksittäisen oppilaan asioita."
    ),
    (
        "Planerar, utvecklar, genomför och utvärderar skolans elevhälsa.\n"
        "Följer elevernas välbefinnande och tryggheten i skolmiljön och föreslår åtgärder.\n"
        "Bereder skolans del av elevhälsoplanen tillsammans med eleverna och vårdnadshavarna.\n"
        "Behandlar inte enskilda elevers ärenden."
    ),
)
_PRE_PRIMARY: Both = (
    (
        "Suunnittelee, kehittää, toteuttaa ja arvioi esiopetuksen opiskeluhuoltoa.\n"
        "Vahvistaa leikkiin, tunne- ja vuorovaikutustaitoihin ja kiusaamisen ehkäisyyn kuuluvaa työtä lapsiryhmissä.\n"
        "Sovittaa yhteen neuvolan, varhaiskasvatuksen ja koulun työn ja huolehtii siirtymästä kouluun.\n"
        "Ei käsittele yksittäisen lapsen asioita."
    ),
    (
        "Planerar, utvecklar, genomför och utvärderar elevhälsan inom förskoleundervisningen.\n"
        "Stärker arbetet med lek, känslo- och samspelsfärdigheter och förebyggande av mobbning i barngrupperna.\n"
        "Samordnar rådgivningens, småbarnspedagogikens och skolans arbete och sörjer för övergången till skolan.\n"
        "Behandlar inte enskilda barns ärenden."
    ),
)
_EARLY_CHILDHOOD: Both = (
    (
        "Suunnittelee ja arvioi yhdessä huoltajien kanssa, miten lapsiryhmissä voidaan hyvin ja ollaan turvassa.\n"
        "Vahvistaa leikkiin, tunne- ja kaveritaitoihin ja kiusaamisen ehkäisyyn kuuluvaa työtä lapsiryhmissä.\n"
        "Pitää ajan tasalla suunnitelman lasten suojaamiseksi väkivallalta, kiusaamiselta ja häirinnältä.\n"
        "Sovittaa yhteen perhekeskuksen, neuvolan, varhaiskasvatuksen ja esiopetuksen työtä.\n"
        "Ei käsittele yksittäisen lapsen asioita."
    ),
    (
        "Planerar och utvärderar tillsammans med vårdnadshavarna hur barngrupperna mår och hur trygga de är.\n"
        "Stärker arbetet med lek, känslo- och kamratfärdigheter och förebyggande av mobbning i barngrupperna.\n"
        "Håller planen för skydd av barnen mot våld, mobbning och trakasserier aktuell.\n"
        "Samordnar familjecentrets, rådgivningens, småbarnspedagogikens och förskoleundervisningens arbete.\n"
        "Behandlar inte enskilda barns ärenden."
    ),
)
_STEERING: Both = (
    (
        "Vastaa opiskeluhuollon yleisestä suunnittelusta, kehittämisestä, ohjauksesta ja arvioinnista.\n"
        "Valmistelee koulutuksen järjestäjän opiskeluhuoltosuunnitelman ja seuraa sen toteutumista kouluissa.\n"
        "Arvioi opiskeluhuollon kokonaistarvetta ja käytettävissä olevia palveluja.\n"
        "Vastaa omavalvonnan järjestämisestä yhdessä opiskeluhuollon palveluista vastaavien kanssa."
    ),
    (
        "Svarar för den allmänna planeringen, utvecklingen, styrningen och utvärderingen av elevhälsan.\n"
        "Bereder utbildningsanordnarens elevhälsoplan och följer hur den genomförs i skolorna.\n"
        "Bedömer det totala behovet av elevhälsa och de tjänster som finns.\n"
        "Svarar för egenkontrollen tillsammans med dem som ansvarar för elevhälsans tjänster."
    ),
)
_REGIONAL: Both = (
    (
        "Käsittelee hyvinvointialueen ja koulutuksen järjestäjien yhteistyötä opiskeluhuollossa.\n"
        "Valmistelee alueellisen opiskeluhuoltosuunnitelman aluevaltuustolle ja seuraa sen toteutumista.\n"
        "Seuraa palvelujen saatavuutta ja opiskelijoiden kielellisten oikeuksien toteutumista alueella."
    ),
    (
        "Behandlar samarbetet mellan välfärdsområdet och utbildningsanordnarna inom elevhälsan.\n"
        "Bereder den regionala elevhälsoplanen för välfärdsområdesfullmäktige och följer hur den genomförs.\n"
        "Följer tillgången till tjänster och hur studerandenas språkliga rättigheter tillgodoses i området."
    ),
)
_LAPE: Both = (
    (
        "Seuraa ja arvioi lasten ja nuorten hyvinvointisuunnitelman toteutumista.\n"
        "Valmistelee kuntien ja hyvinvointialueen yhdyspintojen asioita.\n"
        "Edistää lapsivaikutusten arviointia.\n"
        "Seuraa lasten, nuorten ja perheiden hyvinvointia ja palvelujen kysyntää."
    ),
    (
        "Följer och utvärderar hur välfärdsplanen för barn och unga genomförs.\n"
        "Bereder frågor i kontaktytan mellan kommunerna och välfärdsområdet.\n"
        "Främjar barnkonsekvensanalyser.\n"
        "Följer barns, ungas och familjers välbefinnande och efterfrågan på tjänster."
    ),
)
TASKS = MappingProxyType(
    {
        GroupKind.SCHOOL: _SCHOOL,
        GroupKind.STEERING: _STEERING,
        GroupKind.REGIONAL: _REGIONAL,
        GroupKind.LAPE: _LAPE,
    }
)


OWN_TASKS = MappingProxyType({UnitType.PRE_PRIMARY: _PRE_PRIMARY, UnitType.EARLY_CHILDHOOD: _EARLY_CHILDHOOD})


def tasks_for(kind: GroupKind, unit: Organisation) -> Both:
    """What a group of this kind is for in this unit; pre-primary and early childhood education have their own tasks."""
    own = OWN_TASKS.get(unit.unit_type) if unit.unit_type and kind is GroupKind.SCHOOL else None
    return own or TASKS[kind]
