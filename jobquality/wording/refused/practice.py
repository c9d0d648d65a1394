"""What practice refuses: whatever would reach beyond it."""

from jobquality.wording.refusal import Refusal

_SHORT: tuple[tuple[str, str], ...] = (
    (
        "Somebody opened this a moment ago. Log in there, or ask them.",
        "Otra persona lo abrió hace un momento. Inicie sesión ahí o pregúntele.",
    ),
    (
        "There is a practice center already. Go on in it, or remove it first.",
        "Ya hay un centro de práctica. Siga en él o quítelo primero.",
    ),
    (
        "There is no practice center that you made.",
        "No hay ningún centro de práctica creado por usted.",
    ),
    (
        "There is no practice center that you may remove.",
        "No hay ningún centro de práctica que usted pueda quitar.",
    ),
    (
        "Only whoever opened practice at the set-up can go on from here.",
        "Solo puede seguir desde aquí quien abrió la práctica al configurar.",
    ),
    (
        "This is practice, and this would reach beyond it. Nothing was done.",
        "Esto es práctica, y lo que pidió llegaría más allá. No se hizo nada.",
    ),
    (
        "In practice there is one administrator. Choose the other roles.",
        "En la práctica hay una sola persona administradora. Elija las otras funciones.",
    ),
    (
        "In practice nobody has an address of their own.",
        "En la práctica nadie tiene una dirección propia.",
    ),
    (
        "In practice nobody is an organization: this stays as it is.",
        "En la práctica nadie es una organización: esto queda como está.",
    ),
    (
        "An account of practice reviews nothing real. Log in as yourself.",
        "Una cuenta de práctica no revisa nada real. Entre con su propia cuenta.",
    ),
)

REFUSALS: tuple[Refusal, ...] = tuple(Refusal(said=said, es=es) for said, es in _SHORT)
