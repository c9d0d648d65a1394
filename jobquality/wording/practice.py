"""Practice: what it is, the bar over its pages, and how it ends."""

from jobquality.wording.sentence import Sentence

WORDING = {
    "practice_bar": Sentence(
        en="Practice: nothing here is real.",
        es="Práctica: aquí nada es real.",
    ),
    "practice_bar_more": Sentence(
        en="What this is, and how to end it", es="Qué es y cómo terminar"
    ),
    "practice_title": Sentence(en="Practice the whole way", es="Practicar todo el camino"),
    "practice_lead": Sentence(
        en="In about 30 minutes you go from nothing to a published scorecard. Nothing in it is "
        "real: all of it is marked SAMPLE, and one press removes it.",
        es="En unos 30 minutos va de cero a una calificación publicada. Nada es real: todo lleva "
        "la palabra SAMPLE, y se quita con un solo botón.",
    ),
    "practice_way_employer": Sentence(
        en="Add an invented restaurant. It is filled in for you.",
        es="Agregue un restaurante inventado. Ya está escrito.",
    ),
    "practice_way_answers": Sentence(
        en="Answer some questions and send it to review. The rest stays unknown.",
        es="Conteste algunas preguntas y envíelo a revisión. Lo demás queda como desconocido.",
    ),
    "practice_way_second": Sentence(
        en="Invite a second person by a link, to review it. You can be that person, too.",
        es="Invite con un enlace a otra persona a revisar. También puede serlo usted.",
    ),
    "practice_way_reply": Sentence(
        en="Open the employer’s link and reply. Its time is short here.",
        es="Abra el enlace del empleador y responda. Aquí su plazo es corto.",
    ),
    "practice_way_publish": Sentence(
        en="Publish, and see what everyone would see.",
        es="Publique y mire lo que vería todo el mundo.",
    ),
    "practice_way_remove": Sentence(
        en="Remove it all with one press.",
        es="Quítelo todo con un solo botón.",
    ),
    "practice_start": Sentence(en="Start to practice", es="Empezar a practicar"),
    "practice_first": Sentence(en="Practice first", es="Practicar primero"),
    "practice_first_there": Sentence(
        en="A practice center is open here. Log in there to go on, or set up the real one below.",
        es="Aquí hay un centro de práctica abierto. Inicie sesión para seguir, o configure abajo "
        "el verdadero.",
    ),
    "practice_first_open": Sentence(
        en="Somebody practices here. Is it you?", es="Alguien está practicando aquí. ¿Es usted?"
    ),
    "practice_address": Sentence(
        en="Your address to log in here", es="Su dirección para entrar aquí"
    ),
    "practice_address_hint": Sentence(
        en="Invented for practice. Your own address stays free for the real center.",
        es="Inventada para la práctica. La suya queda libre para el centro verdadero.",
    ),
    "practice_second_title": Sentence(en="The second person", es="La segunda persona"),
    "practice_second": Sentence(
        en="Make a link on the page People. A colleague opens it, or you do, in a private window "
        "or on another phone. Here both count as two people. In a real center one person never "
        "counts as two.",
        es="Cree un enlace en la página Personas. Lo abre una colega, o usted, en una ventana "
        "privada o en otro teléfono. Aquí valen como dos personas. En un centro verdadero, una "
        "sola persona nunca vale por dos.",
    ),
    "practice_shown": Sentence(
        en="Whoever has the address can see what you publish here. It is in no list, no feed and "
        "no brief, so nobody takes it for real.",
        es="Quien tenga la dirección puede ver lo que publique aquí. No está en ninguna lista, "
        "ningún canal ni ningún informe, así nadie lo toma por real.",
    ),
    "practice_back": Sentence(
        en="To come back later, log in with {address} and your password.",
        es="Para volver después, inicie sesión con {address} y su contraseña.",
    ),
    "practice_back_own": Sentence(
        en="To go back to your real center, log out here and log in as yourself. From there you "
        "can come back to practice.",
        es="Para volver a su centro verdadero, cierre la sesión aquí y entre con su cuenta. Desde "
        "allí puede volver a la práctica.",
    ),
    "practice_enter": Sentence(en="Go on practicing", es="Seguir practicando"),
    "practice_ask": Sentence(
        en="An administrator can start it and invite you.",
        es="Una persona administradora puede empezarla e invitarle.",
    ),
    "practice_of_another": Sentence(
        en="Somebody else of your center practices now. Ask them for a link.",
        es="Otra persona de su centro está practicando. Pídale un enlace.",
    ),
    "practice_begin_title": Sentence(en="Ready for the real one?", es="¿Pasamos a lo verdadero?"),
    "practice_begin_why": Sentence(
        en="Set up your real center now. Practice stays until you remove it.",
        es="Configure ahora su centro verdadero. La práctica queda hasta que la quite.",
    ),
    "practice_begin": Sentence(en="Set up the real center", es="Configurar el centro verdadero"),
    "practice_remove_title": Sentence(en="Remove all of it?", es="¿Quitarlo todo?"),
    "practice_remove_why": Sentence(
        en="The practice center goes with its people, answers, files, links and scorecards. "
        "Nothing of it can be brought back. Nothing real is touched.",
        es="Se va el centro de práctica con sus personas, respuestas, archivos, enlaces y "
        "calificaciones. Nada de eso se puede recuperar. No se toca nada verdadero.",
    ),
    "practice_remove": Sentence(
        en="Yes, remove the practice center", es="Sí, quitar el centro de práctica"
    ),
    "practice_gone_title": Sentence(
        en="The practice center is gone", es="El centro de práctica se quitó"
    ),
    "practice_gone_lead": Sentence(
        en="Nothing of it is left here.", es="Aquí no queda nada de él."
    ),
    "practice_code_title": Sentence(en="Not now?", es="¿Ahora no?"),
    "practice_code_why": Sentence(
        en="Write this code down. For one day it opens the set-up of the real center. It is shown "
        "only now. After that, start the server again to get a new one.",
        es="Anote este código. Durante un día abre la configuración del centro verdadero. Solo se "
        "muestra ahora. Después, reinicie el servidor para tener uno nuevo.",
    ),
    "practice_code_above": Sentence(en="It stands above.", es="Está arriba."),
    "practice_standards": Sentence(
        en="In practice nobody brings a standard: once published it would reach everybody. In a "
        "real center the form for it stands here.",
        es="En la práctica nadie trae una norma: al publicarse llegaría a todo el mundo. En un "
        "centro verdadero el formulario está aquí.",
    ),
    "practice_initiatives": Sentence(
        en="In practice nobody leads an initiative: its page would be open to everybody. In a real "
        "center you add one here.",
        es="En la práctica nadie dirige una iniciativa: su página estaría abierta a todo el mundo. "
        "En un centro verdadero se agrega aquí.",
    ),
    "practice_desk_why": Sentence(
        en="Want to try it yourself? Practice the whole way: about 30 minutes, with an invented "
        "restaurant. All of it is marked SAMPLE and goes with one press.",
        es="¿Quiere probar? Practique todo el camino: unos 30 minutos, con un restaurante "
        "inventado. Todo lleva la palabra SAMPLE y se quita con un solo botón.",
    ),
    "practice_desk_there": Sentence(
        en="Your practice center is open.", es="Su centro de práctica está abierto."
    ),
    "practice_desk_here": Sentence(
        en="Done? Remove the practice center, or go on to the real one.",
        es="¿Terminó? Quite el centro de práctica o pase al verdadero.",
    ),
    "practice_desk_here_only": Sentence(
        en="Done? Remove the practice center.", es="¿Terminó? Quite el centro de práctica."
    ),
    "practice_open": Sentence(en="Open practice", es="Abrir la práctica"),
    "practice_employer": Sentence(
        en="This restaurant is invented. Please type no real employer here: even in practice its "
        "name could be read.",
        es="Este restaurante es inventado. No escriba aquí ningún empleador real: también en la "
        "práctica se podría leer su nombre.",
    ),
    "practice_employer_name": Sentence(
        en="SAMPLE Corner Kitchen", es="SAMPLE Cocina de la Esquina"
    ),
    "practice_door": Sentence(
        en="On the next page you say who you are. Then the draft opens, and you have 5 minutes to "
        "reply: this is practice. Nothing is published before.",
        es="En la página siguiente dice quién es. Después se abre el borrador y tiene 5 minutos "
        "para responder: es una práctica. Antes no se publica nada.",
    ),
    "practice_who": Sentence(
        en="Then the draft opens, and your 5 minutes to reply begin. {organization} makes sure "
        "that you speak for the employer before your reply counts.",
        es="Después se abre el borrador y empiezan sus 5 minutos para responder. {organization} "
        "comprueba que usted habla por el empleador antes de que cuente su respuesta.",
    ),
    "practice_before": Sentence(
        en="5 minutes, or until you send it. Nothing is published before that moment.",
        es="5 minutos, o hasta que la envíe. No se publica nada antes de ese momento.",
    ),
    "practice_delivered": Sentence(
        en="A few minutes, from {on}: {how}.", es="Unos minutos, desde el {on}: {how}."
    ),
    "practice_not_delivered": Sentence(
        en="The 5 minutes start when the employer opens the draft, or when you record that it was "
        "handed over. Open the link yourself, in a private window, and reply as the employer.",
        es="Los 5 minutos empiezan cuando el empleador abre el borrador, o cuando usted anota que "
        "se entregó. Abra usted el enlace en una ventana privada y responda como el empleador.",
    ),
    "practice_deadline": Sentence(
        en="5 minutes after you open the draft", es="5 minutos después de abrir el borrador"
    ),
    "practice_minutes": Sentence(en="a few minutes", es="unos minutos"),
    "practice_link": Sentence(
        en="Open it in a private window or on another phone, so that you stay logged in here. "
        "Whoever joins by it counts as a second person at once, you too: this is practice.",
        es="Ábralo en una ventana privada o en otro teléfono, así usted sigue aquí. Quien entra "
        "con él cuenta al momento como segunda persona, también usted: es una práctica.",
    ),
    "practice_step_second_person": Sentence(
        en="Nobody publishes alone. Make a link on the page People, and open it in a private "
        "window or on another phone: here you can play both.",
        es="Nadie publica por su cuenta. Cree un enlace en la página Personas y ábralo en una "
        "ventana privada o en otro teléfono: aquí puede hacer de las dos.",
    ),
    "practice_step_assessed": Sentence(
        en="Answer a few questions of a standard. The living wage of Texas is there already, "
        "invented. Then send it to review: the rest stays unknown.",
        es="Conteste algunas preguntas de una norma. El salario digno de Texas ya está, inventado. "
        "Después envíelo a revisión: lo demás queda como desconocido.",
    ),
    "practice_step_notified": Sentence(
        en="The employer sees the whole draft. Make its link with the account that wrote, open it "
        "in a private window, and reply. Its time ends with the reply.",
        es="El empleador ve todo el borrador. Cree su enlace con la cuenta que escribió, ábralo en "
        "una ventana privada y responda. El plazo termina con la respuesta.",
    ),
    "practice_step_published": Sentence(
        en="The second person accepts who replied, decides on the reply, and publishes.",
        es="La segunda persona acepta a quien respondió, decide sobre la respuesta y publica.",
    ),
    "practice_name": Sentence(en="SAMPLE Practice Center", es="SAMPLE Centro de Práctica"),
    "practice_region": Sentence(
        en="Nowhere: a practice center", es="Ninguna parte: un centro de práctica"
    ),
    "practice_funding": Sentence(
        en="Nobody: a center for practice, where nothing is real",
        es="Nadie: un centro de práctica, donde nada es real",
    ),
    "practice_figure": Sentence(
        en="SAMPLE living wage, invented for practice", es="SAMPLE salario digno, inventado"
    ),
    "practice_publish_title": Sentence(en="Publish in practice", es="Publicar en la práctica"),
    "practice_publish": Sentence(
        en="Nothing real is published. It is marked SAMPLE, and it goes with the practice center.",
        es="No se publica nada real. Lleva la palabra SAMPLE y se va con el centro de práctica.",
    ),
    "practice_publish_real": Sentence(
        en="In a real center this step is for good: a mistake is corrected by a new revision "
        "beside it.",
        es="En un centro verdadero este paso no tiene vuelta: un error se corrige con otra "
        "revisión al lado.",
    ),
    "practice_published": Sentence(
        en="This is practice: it goes with the practice center.",
        es="Es una práctica: se va con el centro de práctica.",
    ),
    "practice_published_next": Sentence(
        en="It goes when the practice center is removed.",
        es="Se quita cuando se quita el centro de práctica.",
    ),
    "practice_published_mistake": Sentence(
        en="Practice how to correct or withdraw it.",
        es="Practique cómo corregirlo o retirarlo.",
    ),
    "practice_days_now": Sentence(
        en="As soon as the employer has replied, or 5 minutes after it opened the link",
        es="Cuando el empleador haya respondido, o 5 minutos después de que abra el enlace",
    ),
    "practice_days_usual": Sentence(
        en="{days} days, as in a real center", es="{days} días, como en un centro verdadero"
    ),
}
