"""Words of the outbox, and of how a notice goes out."""

from jobquality.wording.sentence import Sentence

WORDING: dict[str, Sentence] = {
    "messages_title": Sentence(en="Messages", es="Mensajes"),
    "messages_why": Sentence(
        en="Everything that we write to employers and others on your behalf. That a mail server "
        "took a message does not mean that somebody got it.",
        es="Todo lo que escribimos a empleadores y a otros en su nombre. Que un servidor de "
        "correo acepte un mensaje no significa que alguien lo recibió.",
    ),
    "messages_no_server": Sentence(
        en="No mail server is set here. Copy or print each message, bring it yourself, and then "
        "mark it as done.",
        es="Aquí no hay servidor de correo. Copie o imprima cada mensaje, llévelo usted y "
        "después márquelo como hecho.",
    ),
    "messages_none": Sentence(en="There is no message yet.", es="Aún no hay mensajes."),
    "messages_subject": Sentence(en="Subject", es="Asunto"),
    "messages_to": Sentence(en="To", es="Para"),
    "messages_state": Sentence(en="State", es="Estado"),
    "messages_when": Sentence(en="Written", es="Escrito"),
    "messages_tries": Sentence(en="Tries", es="Intentos"),
    "messages_by_hand_to": Sentence(en="by hand", es="a mano"),
    "messages_kind_notice": Sentence(en="Notice by mail", es="Aviso por correo"),
    "messages_kind_head": Sentence(
        en="Newest link, to a witness", es="Eslabón nuevo, a un testigo"
    ),
    "messages_kind_notice_letter": Sentence(en="Notice as a letter", es="Aviso en carta"),
    "messages_state_waiting": Sentence(en="waits to be sent", es="espera salir"),
    "messages_state_by_hand": Sentence(en="to be carried by hand", es="para llevar a mano"),
    "messages_state_sent": Sentence(
        en="sent: the mail server took it", es="enviado: el servidor lo aceptó"
    ),
    "messages_state_failed": Sentence(en="not sent", es="no salió"),
    "messages_state_handed_over": Sentence(en="carried by hand", es="llevado a mano"),
    "messages_state_bounced": Sentence(en="came back", es="devuelto"),
    "messages_state_withdrawn": Sentence(en="taken back", es="retirado"),
    "messages_sent_why": Sentence(
        en="This is no delivery. The employer's clock starts only when somebody there opens the "
        "link, or when you record a hand-over.",
        es="Esto no es una entrega. El plazo del empleador empieza solo cuando alguien de allí "
        "abre el enlace, o cuando usted anota una entrega.",
    ),
    "messages_why_unreachable": Sentence(
        en="The mail server could not be reached.", es="No se pudo llegar al servidor de correo."
    ),
    "messages_why_login": Sentence(
        en="The mail server did not accept our name or password. Tell whoever runs this "
        "installation.",
        es="El servidor de correo no aceptó nuestro nombre o contraseña. Avise a quien cuida "
        "esta instalación.",
    ),
    "messages_why_address": Sentence(
        en="The mail server does not take mail for this address. Check how it is written.",
        es="El servidor no acepta correo para esta dirección. Revise cómo está escrita.",
    ),
    "messages_why_refused": Sentence(
        en="The mail server did not take the message.", es="El servidor no aceptó el mensaje."
    ),
    "messages_said": Sentence(en="It said: {said}.", es="Dijo: {said}."),
    "messages_next": Sentence(en="Next try: {moment}.", es="Próximo intento: {moment}."),
    "messages_no_next": Sentence(
        en="We do not try again by ourselves.", es="No lo intentamos más por nuestra cuenta."
    ),
    "messages_open": Sentence(en="Open", es="Abrir"),
    "messages_back": Sentence(en="Messages", es="Mensajes"),
    "messages_to_notice": Sentence(en="The notice", es="El aviso"),
    "messages_text": Sentence(en="The message", es="El mensaje"),
    "messages_copy": Sentence(
        en="Copy all of it: click into it, select everything, copy. Or print this page.",
        es="Cópielo entero: haga clic en él, seleccione todo y copie. O imprima esta página.",
    ),
    "messages_hidden": Sentence(
        en="The private link (•••) is shown only to whoever wrote the message, and only until "
        "it is on its way.",
        es="El enlace privado (•••) solo lo ve quien escribió el mensaje, y solo hasta que sale.",
    ),
    "messages_letter": Sentence(en="The letter to print (PDF)", es="La carta para imprimir (PDF)"),
    "messages_done_title": Sentence(en="Mark it as done", es="Marcarlo como hecho"),
    "messages_done_why": Sentence(
        en="This only says that the message is out of the house. If somebody there got it from "
        "you, record the hand-over at the notice too: that starts the clock.",
        es="Esto solo dice que el mensaje salió. Si alguien de allí lo recibió de usted, anote "
        "también la entrega en el aviso: eso inicia el plazo.",
    ),
    "messages_on": Sentence(en="On which day?", es="¿Qué día?"),
    "messages_how": Sentence(en="To whom, where and how?", es="¿A quién, dónde y cómo?"),
    "messages_how_hint": Sentence(
        en="For example: by post to the office, or copied into our own mail.",
        es="Por ejemplo: por correo postal a la oficina, o copiado en nuestro correo.",
    ),
    "messages_done": Sentence(en="Mark as done", es="Marcar como hecho"),
    "messages_again": Sentence(en="Send by mail now", es="Enviar por correo ahora"),
    "messages_bounced": Sentence(en="It came back", es="Fue devuelto"),
    "messages_bounced_how": Sentence(en="What does its return say?", es="¿Qué dice la devolución?"),
    "messages_withdraw": Sentence(en="Take it back", es="Retirarlo"),
    "messages_others": Sentence(en="Other things to do", es="Otras acciones"),
    "messages_more": Sentence(
        en="The newest {count} are shown.", es="Se muestran los {count} más nuevos."
    ),
    "messages_here": Sentence(
        en="What went out with this notice", es="Lo que salió con este aviso"
    ),
    "messages_desk": Sentence(
        en="Messages that need somebody", es="Mensajes que necesitan a alguien"
    ),
    "messages_ways": Sentence(en="How does the employer get it?", es="¿Cómo lo recibe?"),
    "messages_ways_why": Sentence(
        en="You always see the link once, to hand it over yourself. A mail or a letter can go "
        "out as well.",
        es="Usted siempre ve el enlace una vez, para entregarlo. También puede salir un correo "
        "o una carta.",
    ),
    "messages_ways_more": Sentence(
        en="Send it by mail or as a letter as well", es="Enviarlo también por correo o en carta"
    ),
    "messages_way_mail": Sentence(
        en="Mail address of the employer", es="Dirección de correo del empleador"
    ),
    "messages_way_mail_hint": Sentence(
        en="Leave it empty for no mail. The mail is plain text with the private link.",
        es="Déjela vacía si no quiere correo. Es texto simple con el enlace privado.",
    ),
    "messages_way_letter": Sentence(en="Also make a letter to print", es="Hacer también una carta"),
    "messages_address": Sentence(en="Address on the letter", es="Dirección de la carta"),
    "messages_address_hint": Sentence(
        en="Needed for a letter: name, street and city, as on an envelope.",
        es="Hace falta para una carta: nombre, calle y ciudad, como en un sobre.",
    ),
    "messages_language": Sentence(en="Language of mail and letter", es="Idioma de correo y carta"),
    "messages_person": Sentence(
        en="Whom can the employer ask?", es="¿A quién puede preguntar el empleador?"
    ),
    "messages_person_hint": Sentence(
        en="A person of your organization, by name. Needed for a mail or a letter, with a "
        "phone or a mail address.",
        es="Una persona de su organización. Hace falta para un correo o una carta, con teléfono "
        "o correo.",
    ),
    "messages_phone": Sentence(en="Their phone", es="Su teléfono"),
    "messages_mail": Sentence(en="Their mail address", es="Su correo"),
    "messages_texts": Sentence(en="Texts of letters", es="Textos de cartas"),
}
