"""Words of the second step: passkeys, and recovery codes for the day the phone is gone."""

from jobquality.wording.sentence import Sentence

_PASSKEYS = {
    "passkeys_title": Sentence(en="Passkeys", es="Llaves de acceso"),
    "passkeys_lead": Sentence(
        en="Come in with your finger, your face or the PIN of your device, with nothing to type. A "
        "passkey works on this site alone, so nobody can trick it out of you.",
        es="Entre con su dedo, su cara o el PIN de su aparato, sin escribir nada. Una llave solo "
        "sirve en este sitio, así que nadie puede sacársela con engaños.",
    ),
    "passkeys_open": Sentence(en="Look after your passkeys", es="Ver sus llaves de acceso"),
    "passkeys_yours": Sentence(en="Your passkeys", es="Sus llaves de acceso"),
    "passkeys_none": Sentence(en="You have no passkeys yet.", es="Todavía no tiene llaves."),
    "passkeys_made": Sentence(en="made on {day}", es="creada el {day}"),
    "passkeys_used": Sentence(en="last used on {day}", es="usada por última vez el {day}"),
    "passkeys_unused": Sentence(en="never used", es="nunca usada"),
    "passkeys_remove": Sentence(en="Remove", es="Quitar"),
    "passkeys_last": Sentence(
        en="If you remove your last passkey and have no phone connected, you have no second step. "
        "Then you can't review, publish or manage until you set one up again.",
        es="Si quita su última llave y no tiene un teléfono conectado, se queda sin segundo paso. "
        "Entonces no podrá revisar, publicar ni administrar hasta que prepare otro.",
    ),
    "passkeys_make": Sentence(en="Make a passkey on this device", es="Crear una llave aquí"),
    "passkeys_name": Sentence(en="Name of the device", es="Nombre del aparato"),
    "passkeys_name_hint": Sentence(
        en="Such as: my phone, or the laptop at the office",
        es="Por ejemplo: mi teléfono, o la computadora de la oficina",
    ),
    "passkeys_do": Sentence(en="Make the passkey", es="Crear la llave"),
    "passkeys_script": Sentence(
        en="Passkeys need JavaScript, which is off in this browser. Codes of your phone work "
        "without it.",
        es="Las llaves de acceso necesitan JavaScript, que está apagado en este navegador. Los "
        "códigos de su teléfono funcionan sin él.",
    ),
    "passkeys_https": Sentence(
        en="Passkeys work only on an address with https. Ask whoever runs this service. Codes of "
        "your phone work here.",
        es="Las llaves de acceso solo funcionan en una dirección con https. Pregunte a quien "
        "mantiene este servicio. Los códigos de su teléfono sí funcionan aquí.",
    ),
    "passkeys_wrong": Sentence(
        en="This passkey could not be checked. Please try again.",
        es="No se pudo comprobar esta llave. Intente de nuevo.",
    ),
    "passkeys_stopped": Sentence(
        en="The device gave no passkey. Nothing was changed: try again, or use another way.",
        es="El aparato no dio ninguna llave. No cambió nada: intente otra vez o use otra manera.",
    ),
    "passkeys_login": Sentence(en="Log in with a passkey", es="Entrar con una llave de acceso"),
    "passkeys_use": Sentence(en="Use a passkey", es="Usar una llave de acceso"),
    "passkeys_refused": Sentence(
        en="This passkey opens nothing here. Log in with your password.",
        es="Esta llave no abre nada aquí. Entre con su contraseña.",
    ),
    "passkeys_set": Sentence(en="Set up a passkey", es="Crear una llave de acceso"),
    "steps_title": Sentence(en="Second step", es="Segundo paso"),
    "steps_or": Sentence(en="or", es="o"),
}

_RECOVERY = {
    "recovery_title": Sentence(en="Recovery codes", es="Códigos de rescate"),
    "recovery_lead": Sentence(
        en="For the day your phone is lost or broken: each code lets you in once, after your "
        "password, instead of your second step.",
        es="Para el día en que pierda o se rompa su teléfono: cada código le deja entrar una vez, "
        "después de su contraseña, en lugar del segundo paso.",
    ),
    "recovery_left": Sentence(
        en="You have {count} of {all} codes left.", es="Le quedan {count} de {all} códigos."
    ),
    "recovery_none": Sentence(en="You have no codes yet.", es="Todavía no tiene códigos."),
    "recovery_used": Sentence(
        en="A code was used on {days}. Was that you? If not, change your password and make new "
        "codes.",
        es="Se usó un código el {days}. ¿Fue usted? Si no, cambie su contraseña y cree códigos "
        "nuevos.",
    ),
    "recovery_make": Sentence(en="Make ten codes", es="Crear diez códigos"),
    "recovery_anew": Sentence(en="Make new codes", es="Crear códigos nuevos"),
    "recovery_anew_why": Sentence(
        en="The older ones then open nothing any more.",
        es="Los anteriores ya no abrirán nada.",
    ),
    "recovery_shown": Sentence(
        en="Print this page or write the codes down now, and keep the paper in a safe place, not "
        "beside your phone. They are shown only here.",
        es="Imprima esta página o anote los códigos ahora, y guarde el papel en un lugar seguro, "
        "no junto al teléfono. Solo se muestran aquí.",
    ),
    "recovery_list": Sentence(en="Your recovery codes", es="Sus códigos de rescate"),
    "recovery_kept": Sentence(en="I have them on paper", es="Ya los tengo en papel"),
    "recovery_later": Sentence(en="Later", es="Más tarde"),
    "recovery_open": Sentence(en="Recovery codes", es="Códigos de rescate"),
    "recovery_code": Sentence(en="Recovery code", es="Código de rescate"),
    "recovery_lost": Sentence(
        en="Lost your phone? Use a recovery code",
        es="¿Perdió su teléfono? Use un código de rescate",
    ),
    "recovery_wrong": Sentence(
        en="This code is not right, or was used before.",
        es="Este código no es correcto o ya se usó.",
    ),
}

WORDING: dict[str, Sentence] = {**_PASSKEYS, **_RECOVERY}
