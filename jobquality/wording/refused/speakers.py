"""What is refused about who speaks for an employer before publication."""

from jobquality.wording.refusal import Refusal

_TOLD: tuple[tuple[str, str], ...] = (
    ("There is nobody of that id.", "No hay nadie con esa clave."),
    (
        (
            "You made the employer's link, so another person has to say who came through it. "
            "Nobody can stand in for the employer and accept it too."
        ),
        (
            "Usted creó el enlace del empleador, así que otra persona tiene que decir quién entró. "
            "Nadie puede ocupar el lugar del empleador y además aceptarlo."
        ),
    ),
    (
        (
            "You made the employer's link and accepted who came through it, so another person has "
            "to print what they say."
        ),
        (
            "Usted creó el enlace del empleador y aceptó a quien entró, así que otra persona tiene "
            "que publicar lo que dice."
        ),
    ),
    (
        "Say who you are first. Open the draft through its link.",
        "Diga primero quién es. Abra el borrador con su enlace.",
    ),
    (
        (
            "Somebody else began the reply. You can read the draft now, and join the reply once "
            "you are accepted. Write to the contact named in the draft if you know nothing of it."
        ),
        (
            "Otra persona empezó la respuesta. Usted ya puede leer el borrador, y sumarse a la "
            "respuesta cuando le acepten. Si no sabe nada de esto, escriba al contacto que figura "
            "en el borrador."
        ),
    ),
    (
        (
            "Somebody came in through the employer's link and waits to be accepted. Make sure who "
            "it is, then accept them, or say that it was not the employer, on the notice page. "
            "Whoever made the link cannot do that."
        ),
        (
            "Alguien entró con el enlace del empleador y espera que le acepten. Compruebe quién "
            "es y acéptelo, o diga que no era el empleador, en la página del aviso. Quien creó el "
            "enlace no puede hacerlo."
        ),
    ),
    (
        "This is published or given up, so who spoke does not change any more.",
        "Esto ya está publicado o abandonado, así que quién habló ya no cambia.",
    ),
    (
        (
            "It was said already that this was not the employer, and the link is dead. "
            "Make a new link; then they can come in again."
        ),
        (
            "Ya se dijo que no era el empleador, y el enlace ya no sirve. Cree un enlace nuevo; "
            "entonces podrá entrar otra vez."
        ),
    ),
)

REFUSALS: tuple[Refusal, ...] = tuple(Refusal(said=said, es=es) for said, es in _TOLD)
