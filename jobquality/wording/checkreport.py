"""What `rubric check` says of a standard that can be used."""

from jobquality.wording.sentence import Sentence

WORDING = {
    "report_usable": Sentence(en="{name}: can be used.", es="{name}: se puede usar."),
    "report_criteria": Sentence(en="{count} criteria", es="{count} criterios"),
    "report_criteria_one": Sentence(en="{count} criterion", es="{count} criterio"),
    "report_dimensions": Sentence(en="{count} dimensions", es="{count} temas"),
    "report_dimensions_one": Sentence(en="{count} dimension", es="{count} tema"),
    "report_figures": Sentence(
        en="{count} figures asked beside them", es="{count} datos que se preguntan aparte"
    ),
    "report_figures_one": Sentence(
        en="{count} figure asked beside them", es="{count} dato que se pregunta aparte"
    ),
    "report_critical": Sentence(en="{count} critical violations", es="{count} faltas graves"),
    "report_critical_one": Sentence(en="{count} critical violation", es="{count} falta grave"),
    "report_levels": Sentence(en="{count} levels", es="{count} niveles"),
    "report_levels_one": Sentence(en="{count} level", es="{count} nivel"),
    "report_tests": Sentence(en="{count} tests come out", es="{count} pruebas salen bien"),
    "report_tests_one": Sentence(en="{count} test comes out", es="{count} prueba sale bien"),
    "report_bases": Sentence(
        en="Thresholds rest on: {bases}.", es="Los límites se apoyan en: {bases}."
    ),
    "report_basis_law": Sentence(en="law", es="ley"),
    "report_basis_standard": Sentence(en="standard", es="norma"),
    "report_basis_data": Sentence(en="data", es="datos"),
    "report_basis_editorial": Sentence(en="editorial", es="criterio propio"),
    "report_hash": Sentence(en="Scoring hash {hash}", es="Huella de cálculo {hash}"),
    "report_kept": Sentence(en="Laws kept: {laws}", es="Reglas que cumple: {laws}"),
    "report_broken": Sentence(en="Law broken: {law}", es="Regla que no cumple: {law}"),
    "report_more": Sentence(en="… and {count} more.", es="… y {count} más."),
    "report_certificates": Sentence(
        en="Certificates may rest on it.", es="Puede respaldar certificados."
    ),
    "report_no_certificates": Sentence(
        en="No certificate can rest on it.", es="No puede respaldar ningún certificado."
    ),
    "report_look": Sentence(en="Look again at:", es="Vuelva a mirar:"),
    "report_advanced": Sentence(
        en="Advanced words used: {words}.", es="Palabras avanzadas que usa: {words}."
    ),
    "report_unreviewed": Sentence(
        en="The words in {language} have not been reviewed by a person.",
        es="Ninguna persona ha revisado las palabras en {language}.",
    ),
}
