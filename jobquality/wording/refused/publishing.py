"""What the notice, the reply, publishing and certificates refuse."""

from jobquality.wording.refusal import Refusal

_SHORT: tuple[tuple[str, str], ...] = (
    (
        "The assessment's state, author or reviewer was changed past the program.",
        "Alguien cambió por fuera del programa el estado, la autoría o la revisión.",
    ),
    (
        "An answer or its evidence was changed past the program.",
        "Alguien cambió por fuera del programa una respuesta o la evidencia de una.",
    ),
    (
        "A step of the review was changed past the program.",
        "Alguien cambió por fuera del programa un paso de la revisión.",
    ),
    (
        "The reason of the correction was changed past the program.",
        "Alguien cambió por fuera del programa el motivo de la corrección.",
    ),
    (
        "The draft that the employer was shown was changed past the program.",
        "Alguien cambió por fuera del programa el borrador que vio el empleador.",
    ),
    (
        "The employer's clock was changed past the program.",
        "Alguien cambió por fuera del programa el plazo del empleador.",
    ),
    (
        "The answer about more time was changed past the program.",
        "Alguien cambió por fuera del programa la respuesta sobre más tiempo.",
    ),
    (
        "Who speaks for the employer was changed past the program.",
        "Alguien cambió por fuera del programa quién habla por el empleador.",
    ),
    (
        "The employer's reply was changed past the program.",
        "Alguien cambió por fuera del programa la respuesta del empleador.",
    ),
    (
        "A document of the employer's reply was changed past the program.",
        "Alguien cambió por fuera del programa un documento de la respuesta del empleador.",
    ),
    (
        "The decision on the reply was changed past the program.",
        "Alguien cambió por fuera del programa la decisión sobre la respuesta.",
    ),
    (
        (
            "Nothing is published. Ask your administrator to run `jobquality verify` and to put "
            "back what was there."
        ),
        (
            "No se publica nada. Pida a quien administra que ejecute `jobquality verify` y que "
            "restaure lo que había."
        ),
    ),
    ("The day lies before the notice was made.", "El día es anterior al aviso."),
    ("Record it when it is done.", "Anótelo cuando esté hecho."),
    ("Nothing says who got it, and how.", "Falta decir quién lo recibió y cómo."),
    ("Name the person and the place.", "Nombre a la persona y el lugar."),
    ("This is no way that we know.", "No conocemos esta manera."),
    ("The day is missing.", "Falta el día."),
    ("Give the day on which it happened.", "Dé el día en que pasó."),
    ("The employer has not got the draft yet.", "El empleador todavía no tiene el borrador."),
    (
        "This notice is over, so nothing about it changes any more.",
        "Este aviso terminó, así que ya no cambia nada.",
    ),
    ("There is no notice yet. Make it first.", "Todavía no hay aviso. Hágalo primero."),
    (
        "The clock runs for {shortest} to {longest} days, not {days}.",
        "El plazo es de {shortest} a {longest} días, no de {days}.",
    ),
    ("There is no decision yet.", "Todavía no hay decisión."),
    (
        "Say what changes or stays, and why. It is printed beside the reply.",
        "Diga qué cambia o se queda y por qué. Se imprime junto a la respuesta.",
    ),
    (
        "The decision has {count} characters, {most} at most.",
        "La decisión tiene {count} letras; como máximo caben {most}.",
    ),
    (
        "The employer has not got a draft yet. Send the notice.",
        "El empleador todavía no tiene un borrador. Envíe el aviso.",
    ),
    (
        "Two people must stand behind it. Let another person review it.",
        "Dos personas tienen que respaldarla. Pida que otra persona la revise.",
    ),
    ("That is not the employer's name.", "Ese no es el nombre del empleador."),
    (
        "Nobody but its author has read the reason of this correction.",
        "Nadie más que quien lo escribió leyó el motivo de esta corrección.",
    ),
    (
        "Read it below and tick that it can stay for ever, or return it to the author.",
        "Léalo abajo y marque que puede quedar para siempre, o devuélvalo a quien lo escribió.",
    ),
    (
        "Some words count fewer than five workers, so that one could be recognized.",
        "Hay palabras que cuentan menos de cinco trabajadores; alguien podría ser reconocido.",
    ),
    (
        "Read them below. Return it to the author, or say that nobody can be found.",
        "Léalas abajo. Devuélvalo a quien lo escribió, o diga que nadie puede ser reconocido.",
    ),
    ("Type it as it stands above: {name}", "Escríbalo como está arriba: {name}"),
    ("Sending is final. Tick that you want it.", "Enviar es definitivo. Marque que lo quiere."),
    (
        "This answer belongs to no question of the draft.",
        "Esta respuesta no es de ninguna pregunta del borrador.",
    ),
    ("This needs a few words.", "Esto necesita unas palabras."),
    (
        "Say what is right and how it can be shown, why not, or since when.",
        "Diga qué es lo correcto y cómo se puede mostrar, por qué no, o desde cuándo.",
    ),
    ("Give a name and a position.", "Dé un nombre y un cargo."),
    ("The reply is empty.", "La respuesta está vacía."),
    (
        "Answer a question, or write a statement.",
        "Responda una pregunta o escriba una declaración.",
    ),
    (
        "The reply was sent already, so it cannot change any more.",
        "La respuesta ya se envió, así que ya no cambia.",
    ),
    (
        "The draft was not opened yet. Open it through its link first.",
        "El borrador todavía no se abrió. Ábralo primero por su enlace.",
    ),
    ("The score behind it was withdrawn.", "La calificación en que se apoya se retiró."),
    (
        "Only the newest published score can be certified.",
        "Solo se certifica la calificación publicada más nueva.",
    ),
    (
        "The low end of the score reaches no level that carries a certificate.",
        "El extremo bajo de la calificación no alcanza ningún nivel con certificado.",
    ),
    (
        "The score is older than a certificate of this level may be.",
        "La calificación es más vieja de lo que permite un certificado de este nivel.",
    ),
    (
        "A certificate was issued from this score already.",
        "Ya se dio un certificado por esta calificación.",
    ),
    ("The reason is missing.", "Falta el motivo."),
    ("It is public.", "Es público."),
    ("The reason is longer than {longest} letters.", "El motivo tiene más de {longest} letras."),
    ("Choose what it is worth from now on.", "Elija cuánto vale desde ahora."),
    ("This is no code of a certificate.", "Esto no es el código de un certificado."),
)
_LONG: tuple[Refusal, ...] = (
    Refusal(
        said="This is worse than in the draft that the employer got, or new: {worse}. Send a "
        "new notice; its clock runs for {days} days or more.",
        es="Esto es peor que en el borrador que recibió el empleador, o es nuevo: {worse}. "
        "Envíe un nuevo aviso; su plazo es de {days} días o más.",
    ),
    Refusal(
        said="The employer has not read the reason of this correction, which is in free words. "
        "Return it to the author, let it be reviewed again, and send a new notice.",
        es="El empleador no ha leído el motivo de esta corrección, que está en palabras libres. "
        "Devuélvala a quien la escribió, haga que se revise otra vez y envíe un aviso nuevo.",
    ),
    Refusal(
        said="The employer has answered. Somebody who did not write the assessment has to "
        "decide on the reply, with reasons, before it is published.",
        es="El empleador respondió. Alguien que no escribió la evaluación tiene que decidir "
        "sobre la respuesta, con razones, antes de publicar.",
    ),
    Refusal(
        said="The employer has not got the draft yet, so the clock has not started. Nothing is "
        "published before it has ended.",
        es="El empleador todavía no tiene el borrador, así que el plazo no ha empezado. Nada "
        "se publica antes de que termine.",
    ),
    Refusal(
        said="The employer wrote a reply and did not send it. What was saved last counts as "
        "the reply. Somebody who did not write the assessment has to decide on it, with "
        "reasons.",
        es="El empleador escribió una respuesta y no la envió. Lo último que guardó cuenta "
        "como respuesta. Alguien que no escribió la evaluación tiene que decidir sobre "
        "ella, con razones.",
    ),
    Refusal(
        said="The name or the contact of your organization changed after the employer got the "
        "draft. Return it to the author, let it be reviewed again, and send a new notice.",
        es="El nombre o el contacto de su organización cambió después de que el empleador "
        "recibió el borrador. Devuélvala a quien la escribió, pida otra revisión y envíe "
        "un nuevo aviso.",
    ),
    Refusal(
        said="You made the employer's link, or recorded how it was handed over, so another person "
        "has to check.",
        es="Usted hizo el enlace del empleador o anotó cómo se entregó, así que otra persona "
        "tiene que comprobarlo.",
    ),
    Refusal(
        said="The employer's link is dead, so nobody there can reply. Make a new link first.",
        es="El enlace del empleador ya no sirve, así que nadie allí puede responder. Primero cree "
        "un enlace nuevo.",
    ),
    Refusal(
        said="You made the employer's link, or recorded alone how it was handed over, so another "
        "person has to publish. Nobody can stand in for the employer and publish too. Where you "
        "work alone, the reviewer can check that the employer has the draft, and say so on the "
        "notice page.",
        es="Usted hizo el enlace del empleador, o anotó a solas cómo se entregó, así que otra "
        "persona tiene que publicar. "
        "Nadie puede estar en el lugar del empleador y publicar también. Si usted trabaja "
        "a solas, quien revisa puede comprobar que el empleador tiene el borrador y "
        "decirlo en la página del aviso.",
    ),
    Refusal(
        said="The employer's time to reply runs until {ends} UTC. Nothing is published before "
        "that.",
        es="El empleador puede responder hasta el {ends} UTC. Nada se publica antes.",
    ),
    Refusal(
        said="The employer reads the decision on its reply first, until {ends} UTC. Nothing is "
        "published before that, unless the employer says that it may be.",
        es="El empleador lee primero la decisión sobre su respuesta, hasta el {ends} UTC. Antes "
        "no se publica nada, salvo que el empleador diga que se puede.",
    ),
    Refusal(
        said="Only somebody who was accepted as speaking for the employer can say this. Write to "
        "the contact named in the draft.",
        es="Solo puede decirlo alguien a quien se aceptó como voz del empleador. Escriba al "
        "contacto que nombra el borrador.",
    ),
    Refusal(
        said="No decision waits to be read here. Reload the page.",
        es="Aquí no hay ninguna decisión por leer. Vuelva a cargar la página.",
    ),
    Refusal(
        said="You are logged in at the organization that wrote this. Opening the link would "
        "start the employer's clock. Log out first if you want to see what they see.",
        es="Usted está en la organización que escribió esto. Abrir el enlace empezaría el "
        "plazo del empleador. Salga primero si quiere ver lo que ve.",
    ),
    Refusal(
        said="Somebody else of your house wrote here after you opened the page. Nothing was "
        "overwritten. Compare both, then save again.",
        es="Otra persona de su empresa escribió aquí después de que usted abrió la página. "
        "No se perdió nada. Compare los dos textos y guarde de nuevo.",
    ),
    Refusal(
        said="The time to reply ended on {ends} UTC. Write to the contact named in the draft.",
        es="El tiempo para responder terminó el {ends} UTC. Escriba al contacto que nombra "
        "el borrador.",
    ),
    Refusal(
        said="Somebody else published at the same moment, or the same thing is published "
        "already. Nothing was changed. Reload the page, then try again.",
        es="Otra persona publicó en el mismo momento, o lo mismo ya está publicado. No se "
        "cambió nada. Vuelva a cargar la página e intente de nuevo.",
    ),
    Refusal(
        said="Nothing of this assessment is published, so there is no packet.",
        es="De esta evaluación no se ha publicado nada, así que no hay paquete.",
    ),
    Refusal(
        said="There are fewer than 3 employers, or one has over 60 percent of the workers. A "
        "brief about them would show a single employer.",
        es="Hay menos de 3 empleadores, o uno tiene más del 60 por ciento de los "
        "trabajadores. Un informe sobre ellos mostraría a uno solo.",
    ),
)
REFUSALS: tuple[Refusal, ...] = (*(Refusal(said=said, es=es) for said, es in _SHORT), *_LONG)
