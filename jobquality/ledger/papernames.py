"""What papers are called by everybody, and how days are written, in English and Spanish.

A source or a title of these words alone says what was looked at, and nothing about anybody.
"""

#: What one looks at, in small letters, one or more of the same.
THINGS: frozenset[str] = frozenset(
    """
    area wage table
    attendance records
    benefit plan
    calendar
    case log
    collective agreement
    company handbook
    contract
    contracts
    email
    employee handbook
    field form
    from the employer, document
    handbook
    hiring list
    incident log
    injury log
    inspection report
    inspection reports
    interview
    interviews
    job ad
    job ads
    job descriptions
    leave balances
    leave records
    letter
    offer letter
    offer letters
    pay stub
    pay stubs
    payroll
    payroll export
    payroll records
    phone call
    photo
    photos
    policies
    policy
    posted schedule
    posted schedules
    poster
    posting
    postings
    price list
    public records
    receipts
    records
    roster
    schedule
    schedule postings
    schedules
    staff list
    staff roster
    survey
    the employer
    time cards
    time clock
    time clock export
    time records
    time sheets
    timesheets
    tip records
    training log
    visit
    website
    work schedule
    work schedules
    worker interviews
    worker survey
    written policies
    written policy
    anuncio de empleo
    anuncios de empleo
    calendario
    carta
    cartas de oferta
    contrato
    contratos
    convenio colectivo
    correo
    descripciones de puestos
    el empleador
    encuesta
    encuesta a trabajadores
    entrevista
    entrevistas
    entrevistas a trabajadores
    del empleador, documento
    formulario de campo
    foto
    fotos
    horario
    horario de trabajo
    horario publicado
    horarios
    horarios publicados
    informe de inspección
    informes de inspección
    lista de personal
    lista de precios
    llamada
    manual
    manual del empleado
    nómina
    nóminas
    política escrita
    políticas
    políticas escritas
    recibo de pago
    recibos de pago
    registro de casos
    registro de incidentes
    registro de lesiones
    registros
    registros de asistencia
    registros de horas
    registros de nómina
    registros de propinas
    registros públicos
    sitio web
    tarjetas de tiempo
    visita
    """.strip()
    .replace("    ", "")
    .splitlines()
)

MONTHS: frozenset[str] = frozenset(
    """
    january
    february
    march
    april
    may
    june
    july
    august
    september
    october
    november
    december
    enero
    febrero
    marzo
    abril
    mayo
    junio
    julio
    agosto
    septiembre
    setiembre
    octubre
    noviembre
    diciembre
    """.strip()
    .replace("    ", "")
    .splitlines()
)

#: What stands between a thing and its day, or between two things.
BETWEEN: frozenset[str] = frozenset(
    """
    and
    at
    checked
    for
    from
    in
    of
    on
    seen
    the
    to
    until
    a
    al
    de
    del
    desde
    el
    en
    hasta
    la
    las
    los
    revisado
    revisada
    revisados
    revisadas
    visto
    vista
    vistos
    vistas
    y
    """.strip()
    .replace("    ", "")
    .splitlines()
)
