"""What the sentence splitter has to know of English newspaper prose."""

from __future__ import annotations

from tui.extract.tables import SentenceWords, word_set

WORDS = SentenceWords(
    titles=word_set("""
        mr mrs ms messrs mx dr prof rev hon sen sens rep reps gov govs pres gen lt col maj capt cmdr
        adm sgt cpl pvt sec supt insp det st ste mt ft fr sr br vs cf viz eg ie al ed eds atty dist
        """),
    numbered=word_set("no nos art arts sec vol vols p pp fig figs ch v approx ca est para"),
    closing=word_set("""
        etc inc ltd co corp cos bros llc plc jr sr ave blvd rd dept univ assn jan feb mar apr jun
        jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun calif conn fla mass
        mich minn pa tenn va wash wis ariz ark colo del ga ill ind kan ky la md mo mont neb nev okla
        ore
        """),
    starters=word_set("""
        the a an in on at he she it they we i you but and or if when while after before since until
        although though because however meanwhile then there this that these those his her its their
        our your my who what where why how not no nor so as for from with without by to of about
        over under more most many some all both each every another other only even still also yet
        now today yesterday tomorrow last next is are was were has have had do does did can could
        will would should may might must let one two three four five six seven eight nine ten
        neither either none nobody nothing everyone everybody somebody once above below
        according despite during among between instead indeed perhaps
        """),
    articles=word_set("la le de di da van von al el"),
    before_ordinal=frozenset(),
)
