"""The municipalities of the profile ``matrix``: two counties, two providers, three schools, all roles, sixty pupils."""

from welfare.rules.actors import Role
from welfare.web.seeding.plans import ByHand, ClassPlan, ProviderPlan, SchoolPlan, ServicePlan

KYTOSALMI = ProviderPlan(
    code="991",
    name="Kytösalmen kunta – Kyttsunds kommun",
    town="Kytösalmi",
    county_code="05",
    schools=(
        SchoolPlan(
            "Kytösalmen yläkoulu – Kyttsunds högstadium",
            (ClassPlan("7A", "07", 9), ClassPlan("8B", "08", 9), ClassPlan("9C", "09", 9)),
            (
                Role.PRINCIPAL,
                Role.TEACHER,
                Role.TEACHER,
                Role.SPECIAL_TEACHER,
                Role.STUDY_COUNSELLOR,
                Role.SCHOOL_ASSISTANT,
                Role.SCHOOL_SECRETARY,
            ),
        ),
        SchoolPlan(
            "Huhdanpään alakoulu – Svedjebackens skola",
            (ClassPlan("4A", "04", 8), ClassPlan("6B", "06", 8)),
            (Role.PRINCIPAL, Role.TEACHER),
        ),
    ),
    office=(Role.PROVIDER_COORDINATOR,),
    services=(
        ServicePlan(Role.CURATOR, (0,)),
        ServicePlan(Role.CURATOR, (0, 1)),
        ServicePlan(Role.SENIOR_CURATOR, (0, 1)),
        ServicePlan(Role.PSYCHOLOGIST, (0, 1)),
        ServicePlan(Role.NURSE, (0, 1)),
        ServicePlan(Role.DOCTOR, (0, 1)),
        ServicePlan(Role.WELFARE_COORDINATOR, ()),
    ),
    by_hand=(
        ByHand("provider", Role.ADMINISTRATOR, "Aarre Mutkanen"),
        ByHand("provider", Role.DATA_PROTECTION_OFFICER, "Tyyne Vartiola"),
        ByHand("county", Role.ADMINISTRATOR, "Hillevi Rantakuru"),
        ByHand("county", Role.DATA_PROTECTION_OFFICER, "Kosti Vakkamaa"),
    ),
    hides_a_family=True,
)
HIETAMAA = ProviderPlan(
    code="992",
    name="Hietamaan kaupunki – Sandmarks stad",
    town="Hietamaa",
    county_code="17",
    schools=(
        SchoolPlan(
            "Hietamaan lukio – Sandmarks gymnasium",
            (ClassPlan("1A", "10", 9), ClassPlan("3B", "12", 8)),
            (Role.PRINCIPAL, Role.TEACHER, Role.SPECIAL_TEACHER),
        ),
    ),
    office=(),
    services=(
        ServicePlan(Role.CURATOR, (0,)),
        ServicePlan(Role.PSYCHOLOGIST, (0,)),
        ServicePlan(Role.NURSE, (0,)),
    ),
    by_hand=(
        ByHand("provider", Role.ADMINISTRATOR, "Sisko Kotaniemi"),
        ByHand("provider", Role.DATA_PROTECTION_OFFICER, "Urho Siltakorva"),
        ByHand("county", Role.DATA_PROTECTION_OFFICER, "Lempi Aittamaa"),
    ),
)
