"""What is written in the demonstration's client files. Everybody in it is invented."""

MILJA_BEGINS = "Milja pyysi itse tapaamista. Kotona on riidelty, ja hän on huolissaan."
MILJA_TALK = (
    "Milja kertoi, että riidat ovat yleensä iltaisin ja että silloin on vaikea nukahtaa. Sovittiin, että tavataan "
    "kahden viikon välein ja että Milja voi tulla käymään myös välitunnilla."
)
MILJA_WRONG = "Sovittiin opettajan kanssa, että Milja saa lähteä tunnilta kymmentä minuuttia ennen."
MILJA_REASON = "Kyse oli kahdesta minuutista."
MILJA_RIGHT = "Sovittiin opettajan kanssa, että Milja saa lähteä tunnilta kahta minuuttia ennen."
MILJA_NEED = {
    "student_view": "Haluaisin, että joku kuuntelee eikä heti soita kotiin.",
    "need": "Milja tarvitsee säännöllisen keskusteluavun ja suunnitelman siitä, mitä tehdä huonon illan jälkeen.",
    "strengths": "Hyvät ystävät, koripallo, osaa pyytää apua.",
}
MILJA_PLAN = {
    "student_view": "Että aamulla ei tarvitse selittää kaikille.",
    "need": "Keskusteluapu ja rauhallinen aamu huonon illan jälkeen.",
    "strengths": "Hyvät ystävät, koripallo.",
    "goals": "Milja tulee kouluun myös huonon illan jälkeen. Milja tietää, kenelle soittaa illalla.",
    "measures": "Tapaaminen kahden viikon välein. Nuorten puhelinpalvelun numero puhelimeen.",
    "doers": "Kuraattori ja Milja.",
    "follow_up": "Kuraattori ja Milja katsovat suunnitelmaa ennen joululomaa.",
}
MILJA_CALL = "Äiti soitti. Kerrottiin se, mihin Milja oli antanut luvan: että hän käy juttelemassa."
MILJA_NEXT = "Suunnitelman ensimmäinen tarkistus."
HELMI_BEGINS = "Luokanvalvoja otti yhteyttä Helmin kanssa: aamut ovat jääneet väliin."
HELMI_TALK = "Helmi toivoo, että aamut alkaisivat hitaammin. Käytiin läpi viikon aamut yksi kerrallaan."
HELMI_SENTENCE = "Helmi toivoo, että aamut alkaisivat hitaammin."
HELMI_TOLD = {
    "what": HELMI_SENTENCE,
    "to_whom": "Asiantuntijaryhmä, lähde: Kuraattorin asiakaskertomus",
    "necessity": "Ryhmä sopii Helmin kanssa aamuista.",
    "how": "Palvelun omasta rekisteristä",
}
VILJAMI_BEGINS = "Huoltaja pyysi kuraattorin tukea maanantaiaamuihin."
VILJAMI_OFFER = "Viljami käy yläkoulua, jossa sinä olet joka päivä. Hän sanoi, että vaihto sopii hänelle."
AMANDA_BEGINS = "Amanda halusi puhua poissaoloista, jotka olivat tulleet päänsärkyjen takia."
AMANDA_ENDS = "Poissaoloja ei ole enää tullut. Amanda tietää, että voi palata asiaan."
PSYCHOLOGIST_BEGINS = "Milja pyysi psykologin aikaa: nukahtaminen on vaikeaa ja ajatukset kiertävät kehää."
PSYCHOLOGIST_TALK = "Ensikäynti. Kartoitettiin uni ja mieliala. Sovittiin kolmesta käynnistä, joilla harjoitellaan."
SAMULI_BEGINS = "Huoltaja pyysi arviota oppimisen vaikeuksista."
SAMULI_PLAN = {
    "student_view": "Osaan kyllä, mutta kokeessa aika loppuu.",
    "need": "Arvio lukemisen ja kirjoittamisen sujuvuudesta.",
    "goals": "Samuli tietää, mikä kokeissa vie ajan, ja saa siihen järjestelyn.",
    "measures": "Kaksi arviointikäyntiä ja palautekeskustelu.",
    "doers": "Psykologi.",
    "follow_up": "Psykologi, tammikuussa.",
    "partners": "Erityisopettaja, jos Samuli ja huoltaja suostuvat.",
}
NURSE_BEGINS = "Milja tuli vastaanotolle väsymyksen takia."
NURSE_TALK = "Keskusteltiin unesta ja aamupalasta. Annettiin unipäiväkirja kahdeksi viikoksi."
COVER_NOTE = "Vastaanoton avain on kansliassa."
