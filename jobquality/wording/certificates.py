"""Words of the page that says what a certificate is worth, and of the page that issues one."""

from jobquality.wording.sentence import Sentence

_STATUS = {
    "certificates_valid": Sentence(en="Valid", es="Vigente"),
    "certificates_suspended": Sentence(en="Suspended", es="Suspendido"),
    "certificates_revoked": Sentence(en="Revoked", es="Revocado"),
    "certificates_expired": Sentence(en="Expired", es="Vencido"),
    "certificates_replaced": Sentence(en="Replaced", es="Reemplazado"),
    "certificates_not_found": Sentence(en="Not found", es="No se encontró"),
    "certificates_valid_means": Sentence(
        en="This certificate holds until the end of {until}.",
        es="Este certificado vale hasta el final del {until}.",
    ),
    "certificates_suspended_means": Sentence(
        en="This certificate does not hold at the moment.",
        es="Por ahora este certificado no vale.",
    ),
    "certificates_revoked_means": Sentence(
        en="This certificate was taken back. It does not hold any more.",
        es="Este certificado fue retirado. Ya no vale.",
    ),
    "certificates_expired_means": Sentence(
        en="This certificate ended with {until}.", es="Este certificado terminó el {until}."
    ),
    "certificates_replaced_means": Sentence(
        en="A newer certificate took the place of this one.",
        es="Un certificado más nuevo ocupa el lugar de este.",
    ),
    "certificates_not_found_means": Sentence(
        en="There is no certificate with the code {code}. Compare each letter with the paper. "
        "No code has a 0, an O, a 1 or an I in it.",
        es="No hay ningún certificado con el código {code}. Compare cada letra con el papel. "
        "Ningún código lleva 0, O, 1 ni I.",
    ),
    "certificates_reason": Sentence(en="Reason: {reason}", es="Motivo: {reason}"),
    "certificates_see_newer": Sentence(
        en="See the newer certificate", es="Ver el certificado nuevo"
    ),
    "certificates_title": Sentence(en="certificate {code}", es="certificado {code}"),
    "certificates_as_of": Sentence(
        en="As of {day}, where the issuer is.", es="Al {day}, donde está quien lo emitió."
    ),
}

_PAPER = {
    "certificates_compare": Sentence(
        en="Compare this with the paper", es="Compare esto con el papel"
    ),
    "certificates_compare_lead": Sentence(
        en="Does the paper say something else? Then do not trust the paper, and tell the issuer.",
        es="¿El papel dice otra cosa? Entonces no confíe en el papel y avise a quien lo emitió.",
    ),
    "certificates_employer": Sentence(en="Employer", es="Empleador"),
    "certificates_level": Sentence(en="Level", es="Nivel"),
    "certificates_standard": Sentence(en="Standard", es="Norma"),
    "certificates_standard_is": Sentence(
        en="{title}, edition {edition}", es="{title}, edición {edition}"
    ),
    "certificates_all_sites": Sentence(
        en="The employer as a whole", es="El empleador en su totalidad"
    ),
    "certificates_wage": Sentence(en="Living wage used", es="Salario digno usado"),
    "certificates_dates": Sentence(en="Holds", es="Vale"),
    "certificates_from_until": Sentence(
        en="{first} until the end of {last}", es="del {first} hasta el final del {last}"
    ),
    "certificates_number": Sentence(en="Number", es="Número"),
    "certificates_code": Sentence(en="Code", es="Código"),
    "certificates_issuer": Sentence(en="Issued by", es="Emitido por"),
    "certificates_contact": Sentence(en="Contact", es="Contacto"),
    "certificates_scorecard": Sentence(
        en="Read the score behind it", es="Leer la calificación en que se basa"
    ),
    "certificates_newer_score": Sentence(
        en="A newer score of this employer has been published since.",
        es="Desde entonces se publicó una calificación más nueva de este empleador.",
    ),
    "certificates_pdf_old": Sentence(
        en="The old file as it was issued. It does not hold any more.",
        es="El archivo antiguo como se emitió. Ya no vale.",
    ),
    "certificates_old_file": Sentence(
        en="NOT-VALID-old-certificate", es="NO-VALE-certificado-anterior"
    ),
    "certificates_old_note": Sentence(
        en="The PDF beside this note is kept byte for byte as it was issued, so it still says "
        "that it is valid. It does not hold any more. What it is worth today stands here:",
        es="El PDF que acompaña esta nota se guarda byte por byte como se emitió; por eso todavía "
        "dice que es válido. Ya no vale. Lo que vale hoy está aquí:",
    ),
    "certificates_pdf": Sentence(en="Certificate as PDF", es="Certificado en PDF"),
    "certificates_sample": Sentence(
        en="SAMPLE: this employer is invented, and so is the certificate.",
        es="EJEMPLO: este empleador es inventado, y el certificado también.",
    ),
    "certificates_data": Sentence(
        en="The same for programs (JSON)", es="Lo mismo para programas (JSON)"
    ),
}

_WORK = {
    "certificates_choose": Sentence(en="Certificate", es="Certificado"),
    "certificates_choose_lead": Sentence(
        en="A certificate says in public that this employer met a level on a day.",
        es="Un certificado dice en público que este empleador cumplió un nivel en un día.",
    ),
    "certificates_can": Sentence(
        en="A certificate can be issued: {level}, until {until}.",
        es="Se puede emitir un certificado: {level}, hasta el {until}.",
    ),
    "certificates_cannot": Sentence(
        en="No certificate can be issued, because:", es="No se puede emitir un certificado, porque:"
    ),
    "certificates_obstacle_contested": Sentence(
        en="The employer contests this score. Decide on that first.",
        es="El empleador disputa esta calificación. Decida antes sobre eso.",
    ),
    "certificates_obstacle_not_current": Sentence(
        en="There is a newer score, or this one was withdrawn.",
        es="Hay una calificación más nueva, o esta se retiró.",
    ),
    "certificates_obstacle_no_level": Sentence(
        en="The low end of the score reaches no level that carries a certificate. What is unknown "
        "or unchecked never helps.",
        es="El extremo bajo de la calificación no llega a ningún nivel con certificado. Lo que no "
        "se sabe o no se revisó nunca ayuda.",
    ),
    "certificates_obstacle_breaks_a_law": Sentence(
        en="The standard does not keep every rule that a certificate promises, such as that a "
        "better answer never scores less. Checking the standard names the lines.",
        es="La norma no cumple todas las reglas que promete un certificado, como que una "
        "respuesta mejor nunca dé menos puntos. Al revisar la norma se nombran las líneas.",
    ),
    "certificates_obstacle_too_old": Sentence(
        en="The score is too old: a certificate from it would have ended already.",
        es="La calificación es demasiado vieja: un certificado ya habría vencido.",
    ),
    "certificates_obstacle_not_public": Sentence(
        en="This installation has no https address, so nobody could check the certificate. Ask "
        "whoever runs it to set PUBLIC_URL. Only samples can be issued here.",
        es="Esta instalación no tiene dirección https, así que nadie podría comprobar el "
        "certificado. Pida a quien la administra que ponga PUBLIC_URL. Aquí solo se emiten "
        "muestras.",
    ),
    "certificates_obstacle_issued": Sentence(
        en="A certificate was issued from this score already.",
        es="Ya se emitió un certificado con esta calificación.",
    ),
    "certificates_obstacle_author": Sentence(
        en="You wrote a part of the assessment. Another person has to issue the certificate.",
        es="Usted escribió una parte de la evaluación. Otra persona tiene que emitirlo.",
    ),
    "certificates_obstacle_role": Sentence(
        en="You do not have the role for it. Ask a reviewer or an administrator.",
        es="Usted no tiene la función para esto. Pida ayuda a quien revisa o administra.",
    ),
    "certificates_issue": Sentence(en="Issue the certificate", es="Emitir el certificado"),
    "certificates_issue_hint": Sentence(
        en="It is signed and stays in the public ledger for ever. Earlier certificates of this "
        "employer are replaced.",
        es="Se firma y queda para siempre en el registro público. Los certificados anteriores de "
        "este empleador quedan reemplazados.",
    ),
    "certificates_issued": Sentence(
        en="Issued from this score", es="Emitidos con esta calificación"
    ),
    "certificates_check_page": Sentence(en="Public page", es="Página pública"),
    "certificates_change": Sentence(en="Change what it is worth", es="Cambiar lo que vale"),
    "certificates_change_to": Sentence(en="From now on", es="Desde ahora"),
    "certificates_to_valid": Sentence(
        en="Valid again: lift the suspension", es="Vigente otra vez: levantar la suspensión"
    ),
    "certificates_to_suspended": Sentence(
        en="Suspended, until it is clear", es="Suspendido, hasta que se aclare"
    ),
    "certificates_to_revoked": Sentence(en="Revoked, for ever", es="Revocado, para siempre"),
    "certificates_change_two": Sentence(
        en="A reason of the list counts at once. Words of your own, and taking it back for ever, "
        "go to a second person first. The employer is told of all of it.",
        es="Un motivo de la lista cuenta enseguida. Las palabras propias, y retirarlo para "
        "siempre, van antes a una segunda persona. Al empleador se le avisa de todo.",
    ),
    "certificates_proposed": Sentence(
        en="{name} proposes: {status}", es="{name} propone: {status}"
    ),
    "certificates_accept": Sentence(en="Do it", es="Hacerlo"),
    "certificates_another": Sentence(
        en="Another person who may certify has to decide.",
        es="Tiene que decidir otra persona que pueda certificar.",
    ),
    "desk_proposal_status": Sentence(
        en="A certificate to be worth something else",
        es="Un certificado que va a valer otra cosa",
    ),
    "certificates_change_do": Sentence(en="Change", es="Cambiar"),
}

WORDING: dict[str, Sentence] = {**_STATUS, **_PAPER, **_WORK}
