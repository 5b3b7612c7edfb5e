<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_CO" sourcelanguage="en">
<context>
    <name>Activity</name>
    <message>
        <source>Something whose detail was erased at your wish</source>
        <translation>Algo cuyo detalle se borró porque usted lo pidió</translation>
    </message>
    <message>
        <source>A document</source>
        <translation>Un documento</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>%1 was added</source>
        <translation>Se agregó %1</translation>
    </message>
    <message>
        <source>The folder %1 was made</source>
        <translation>Se creó la carpeta %1</translation>
    </message>
    <message>
        <source>%1 got a new version</source>
        <translation>%1 tiene una versión nueva</translation>
    </message>
    <message>
        <source>%1 was kept, though it was deleted elsewhere</source>
        <translation>Se conservó %1, aunque se borró en otro equipo</translation>
    </message>
    <message>
        <source>%1 was given its name</source>
        <translation>%1 recibió su nombre</translation>
    </message>
    <message>
        <source>“%1” was renamed to %2</source>
        <translation>«%1» pasó a llamarse %2</translation>
    </message>
    <message>
        <source>%1 was moved</source>
        <translation>Se movió %1</translation>
    </message>
    <message>
        <source>Labels, note or dates of %1 were changed</source>
        <translation>Cambiaron las etiquetas, la nota o las fechas de %1</translation>
    </message>
    <message>
        <source>%1 went to the trash</source>
        <translation>%1 pasó a la papelera</translation>
    </message>
    <message>
        <source>%1 was taken out of the trash</source>
        <translation>Se recuperó %1 de la papelera</translation>
    </message>
    <message>
        <source>%1 was deleted for ever</source>
        <translation>%1 se borró para siempre</translation>
    </message>
    <message>
        <source>You decided between two versions of %1</source>
        <translation>Usted decidió entre dos versiones de %1</translation>
    </message>
    <message>
        <source>This record goes on after the documents were saved from a damaged file</source>
        <translation>Este registro sigue después de salvar los documentos de un archivo dañado</translation>
    </message>
    <message>
        <source>Looked at the signatures of %1 again: %2. Before: %3.</source>
        <translation>Se comprobaron de nuevo las firmas de %1: %2. Antes: %3.</translation>
    </message>
    <message>
        <source>You agreed that %1 was removed by another computer</source>
        <translation>Usted estuvo de acuerdo con que otro equipo quitara %1</translation>
    </message>
    <message>
        <source>Documents added</source>
        <translation>Documentos agregados</translation>
    </message>
    <message>
        <source>Folders made</source>
        <translation>Carpetas creadas</translation>
    </message>
    <message>
        <source>New versions</source>
        <translation>Versiones nuevas</translation>
    </message>
    <message>
        <source>Documents signed</source>
        <translation>Documentos firmados</translation>
    </message>
    <message>
        <source>Copies saved outside the folder</source>
        <translation>Copias guardadas fuera de la carpeta</translation>
    </message>
    <message>
        <source>Documents printed</source>
        <translation>Documentos impresos</translation>
    </message>
    <message>
        <source>Names given</source>
        <translation>Nombres cambiados</translation>
    </message>
    <message>
        <source>Moved to another folder</source>
        <translation>Cambios de carpeta</translation>
    </message>
    <message>
        <source>Labels, notes and dates changed</source>
        <translation>Etiquetas, notas y fechas cambiadas</translation>
    </message>
    <message>
        <source>Put into the trash</source>
        <translation>Enviados a la papelera</translation>
    </message>
    <message>
        <source>Taken out of the trash</source>
        <translation>Sacados de la papelera</translation>
    </message>
    <message>
        <source>Deleted for ever</source>
        <translation>Borrados para siempre</translation>
    </message>
    <message>
        <source>Signatures with another result</source>
        <translation>Firmas con otro resultado</translation>
    </message>
    <message>
        <source>Decisions between versions</source>
        <translation>Decisiones entre versiones</translation>
    </message>
    <message>
        <source>You signed %1</source>
        <translation>Usted firmó %1</translation>
    </message>
    <message>
        <source>A copy of %1 was saved outside the folder</source>
        <translation>Se guardó una copia de %1 fuera de la carpeta</translation>
    </message>
    <message>
        <source>%1 was printed</source>
        <translation>Se imprimió %1</translation>
    </message>
    <message>
        <source>An entity sent you a notification</source>
        <translation>Una entidad le envió una notificación</translation>
    </message>
    <message>
        <source>A notification was opened</source>
        <translation>Se abrió una notificación</translation>
    </message>
    <message>
        <source>An entity certified that a notification was opened</source>
        <translation>Una entidad certificó que una notificación se abrió</translation>
    </message>
    <message>
        <source>A notification was closed by its entity</source>
        <translation>La entidad cerró una notificación</translation>
    </message>
    <message>
        <source>A notification ran out</source>
        <translation>Venció una notificación</translation>
    </message>
    <message>
        <source>You objected to a notification</source>
        <translation>Usted objetó una notificación</translation>
    </message>
    <message>
        <source>The key of a notification was handed over</source>
        <translation>Se entregó la llave de una notificación</translation>
    </message>
    <message>
        <source>You agreed to be notified electronically</source>
        <translation>Usted aceptó que lo notifiquen por medio electrónico</translation>
    </message>
    <message>
        <source>You withdrew from being notified electronically</source>
        <translation>Usted retiró su aceptación de notificaciones electrónicas</translation>
    </message>
    <message>
        <source>An entity asked whether you can be notified</source>
        <translation>Una entidad preguntó si se le puede notificar</translation>
    </message>
    <message>
        <source>You gave documents to an entity</source>
        <translation>Usted aportó documentos a una entidad</translation>
    </message>
    <message>
        <source>An entity took the documents that you gave</source>
        <translation>Una entidad recogió los documentos que usted aportó</translation>
    </message>
    <message>
        <source>An entity gave a filing number</source>
        <translation>Una entidad dio un número de radicado</translation>
    </message>
    <message>
        <source>An entity rejected what you gave</source>
        <translation>Una entidad rechazó lo que usted aportó</translation>
    </message>
    <message>
        <source>A computer joined the folder</source>
        <translation>Un equipo se unió a la carpeta</translation>
    </message>
    <message>
        <source>A computer was removed from the folder</source>
        <translation>Se retiró un equipo de la carpeta</translation>
    </message>
    <message>
        <source>“%1” is called %2 now: your operator had one of that name already</source>
        <translation>«%1» se llama ahora %2: su operador ya tenía uno con ese nombre</translation>
    </message>
    <message>
        <source>Names that were taken already</source>
        <translation>Nombres que ya estaban tomados</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Firmas</translation>
    </message>
    <message>
        <source>Given to entities</source>
        <translation>Entregas a entidades</translation>
    </message>
    <message>
        <source>Names, places and descriptions</source>
        <translation>Nombres, lugares y descripciones</translation>
    </message>
    <message>
        <source>Trash and decisions</source>
        <translation>Papelera y decisiones</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Agregados</translation>
    </message>
    <message>
        <source>Copies taken out</source>
        <translation>Copias sacadas</translation>
    </message>
    <message>
        <source>Prints</source>
        <translation>Impresiones</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>A new computer uses your folder: %1</source>
        <translation>Un equipo nuevo usa su carpeta: %1</translation>
    </message>
    <message>
        <source>You said that a new computer is yours</source>
        <translation>Usted dijo que un equipo nuevo es suyo</translation>
    </message>
    <message>
        <source>New computers told here</source>
        <translation>Equipos nuevos avisados aquí</translation>
    </message>
    <message>
        <source>Computers that you said are yours</source>
        <translation>Equipos que usted dijo que son suyos</translation>
    </message>
    <message>
        <source>%1 was kept here, though another computer removed it</source>
        <translation>%1 se conservó aquí, aunque otro equipo lo quitó</translation>
    </message>
    <message>
        <source>Another computer removed %1 documents and folders at once; you kept them</source>
        <translation>Otro equipo quitó %1 documentos y carpetas de una vez; usted los conservó</translation>
    </message>
    <message>
        <source>Kept, though removed elsewhere</source>
        <translation>Conservados, aunque se quitaron en otra parte</translation>
    </message>
    <message>
        <source>Removals of another computer taken back</source>
        <translation>Lo que otro equipo quitó, conservado</translation>
    </message>
    <message>
        <source>Documents kept, though deleted elsewhere</source>
        <translation>Documentos conservados, aunque se borraron en otra parte</translation>
    </message>
    <message>
        <source>Removals of another computer accepted</source>
        <translation>Borrados de otro equipo aceptados</translation>
    </message>
    <message>
        <source>Let go, after the operator had lost them</source>
        <translation>Dejados ir, porque el operador ya no los tenía</translation>
    </message>
    <message>
        <source>Records that go on after a damaged file</source>
        <translation>Registros que siguen después de un archivo dañado</translation>
    </message>
    <message>
        <source>You let %1 go: your operator does not have it any more</source>
        <translation>Usted dejó ir %1: su operador ya no lo tiene</translation>
    </message>
    <message>
        <source>Signatures looked at again</source>
        <translation>Firmas miradas de nuevo</translation>
    </message>
    <message>
        <source>your operator does not stand by the key any more with which it signed</source>
        <translation>su operador ya no responde por la llave con la que firmó</translation>
    </message>
    <message>
        <source>your operator showed two histories from its signature %1 on</source>
        <translation>su operador mostró dos historias desde su firma %1</translation>
    </message>
    <message>
        <source>signature %1 of your operator does not hold or does not follow the one before</source>
        <translation>la firma %1 de su operador no se sostiene o no sigue a la anterior</translation>
    </message>
    <message>
        <source>You logged in at %1</source>
        <translation>Usted ingresó en %1</translation>
    </message>
    <message>
        <source>You logged out of %1</source>
        <translation>Usted cerró la sesión en %1</translation>
    </message>
    <message>
        <source>You accepted the terms of %1</source>
        <translation>Usted aceptó las condiciones de %1</translation>
    </message>
    <message>
        <source>Logins</source>
        <translation>Ingresos</translation>
    </message>
    <message>
        <source>Log-outs</source>
        <translation>Cierres de sesión</translation>
    </message>
    <message>
        <source>Terms accepted</source>
        <translation>Condiciones aceptadas</translation>
    </message>
    <message>
        <source>Computers, logins and terms</source>
        <translation>Equipos, ingresos y condiciones</translation>
    </message>
    <message>
        <source>record of your operator</source>
        <translation>registro de su operador</translation>
    </message>
    <message>
        <source>record of the computer %1</source>
        <translation>registro del equipo %1</translation>
    </message>
    <message>
        <source>record of a computer</source>
        <translation>registro de un equipo</translation>
    </message>
    <message>
        <source>%1 of %2 anchored</source>
        <translation>%1 de %2 ancladas</translation>
    </message>
    <message>
        <source>The %1: %2.</source>
        <translation>El %1: %2.</translation>
    </message>
    <message>
        <source>The %1: from %2 to %3, %4.</source>
        <translation>El %1: desde el %2 hasta el %3, %4.</translation>
    </message>
    <message>
        <source>the file %1 is not there</source>
        <translation>falta el archivo %1</translation>
    </message>
    <message>
        <source>line %1 of %2 is cut off</source>
        <translation>la línea %1 de %2 está cortada</translation>
    </message>
    <message>
        <source>line %1 of %2 tells a detail that was told already</source>
        <translation>la línea %1 de %2 repite un detalle que ya estaba</translation>
    </message>
    <message>
        <source>line %1 of %2 belongs to no entry</source>
        <translation>la línea %1 de %2 no es de ninguna anotación</translation>
    </message>
    <message>
        <source>line %1 of %2 is none that Carriel writes</source>
        <translation>la línea %1 de %2 no es de las que escribe Carriel</translation>
    </message>
    <message>
        <source>the file %1 is not as it was saved</source>
        <translation>el archivo %1 no está como se guardó</translation>
    </message>
    <message>
        <source>the whole %1 is missing</source>
        <translation>falta entero el %1</translation>
    </message>
    <message>
        <source>the %1 is not the one that was signed</source>
        <translation>el %1 no es el que se firmó</translation>
    </message>
    <message>
        <source>number %1 of the %2 is missing</source>
        <translation>falta la anotación número %1 del %2</translation>
    </message>
    <message>
        <source>the detail of number %1 of the %2 is missing</source>
        <translation>falta el detalle de la anotación número %1 del %2</translation>
    </message>
    <message>
        <source>number %1 of the %2 was put in</source>
        <translation>la anotación número %1 del %2 fue metida</translation>
    </message>
    <message>
        <source>number %1 of the %2 stands elsewhere than it was written</source>
        <translation>la anotación número %1 del %2 está en otro lugar</translation>
    </message>
    <message>
        <source>number %1 of the %2 is not as it was written</source>
        <translation>la anotación número %1 del %2 no está como se escribió</translation>
    </message>
    <message>
        <source>You agreed to give “%1” to %2</source>
        <translation>Usted aceptó entregar «%1» a %2</translation>
    </message>
    <message>
        <source>You took back what was to be given for “%1” (%2), before it was sent</source>
        <translation>Usted canceló lo que iba a entregar para «%1» (%2), antes de que saliera</translation>
    </message>
    <message>
        <source>What was to be given for “%1” (%2) came back: nothing was given</source>
        <translation>Lo que se iba a entregar para «%1» (%2) volvió: no se entregó nada</translation>
    </message>
    <message>
        <source>You signed the receipt of the notification “%1” of %2</source>
        <translation>Usted firmó el acuse de recibo de la notificación «%1» de %2</translation>
    </message>
    <message>
        <source>You opened the notification “%1” of %2</source>
        <translation>Usted abrió la notificación «%1» de %2</translation>
    </message>
    <message>
        <source>The notification “%1” of %2 is not what was sealed: this computer said so</source>
        <translation>La notificación «%1» de %2 no es lo que se selló: este equipo lo objetó</translation>
    </message>
    <message>
        <source>“%1”, of a notification of %2, was saved outside the folder</source>
        <translation>«%1», de una notificación de %2, se guardó fuera de la carpeta</translation>
    </message>
    <message>
        <source>You agreed to be notified electronically in “%1” by %2</source>
        <translation>Usted aceptó que lo notifiquen electrónicamente en «%1», de %2</translation>
    </message>
    <message>
        <source>You withdrew from being notified electronically in “%1” by %2</source>
        <translation>Usted retiró su aceptación de ser notificado electrónicamente en «%1», de %2</translation>
    </message>
    <message>
        <source>Evidence was saved outside the folder</source>
        <translation>Se guardó una prueba fuera de la carpeta</translation>
    </message>
    <message>
        <source>This record was saved outside the folder</source>
        <translation>Se guardó una copia de este registro fuera de la carpeta</translation>
    </message>
    <message>
        <source>You made a new recovery code</source>
        <translation>Usted hizo un código de recuperación nuevo</translation>
    </message>
    <message>
        <source>Documents that you agreed to give</source>
        <translation>Documentos que aceptó entregar</translation>
    </message>
    <message>
        <source>Taken back before it was sent</source>
        <translation>Cancelado antes de salir</translation>
    </message>
    <message>
        <source>Came back without being given</source>
        <translation>Volvió sin entregarse</translation>
    </message>
    <message>
        <source>Receipts that you signed</source>
        <translation>Acuses de recibo que firmó</translation>
    </message>
    <message>
        <source>Notifications that you opened</source>
        <translation>Notificaciones que abrió</translation>
    </message>
    <message>
        <source>Notifications that were not as sealed</source>
        <translation>Notificaciones que no eran lo sellado</translation>
    </message>
    <message>
        <source>Documents of notifications saved outside</source>
        <translation>Documentos de notificaciones guardados fuera</translation>
    </message>
    <message>
        <source>Agreements to be notified</source>
        <translation>Aceptaciones de ser notificado</translation>
    </message>
    <message>
        <source>Agreements withdrawn</source>
        <translation>Aceptaciones retiradas</translation>
    </message>
    <message>
        <source>Evidence saved outside the folder</source>
        <translation>Pruebas guardadas fuera de la carpeta</translation>
    </message>
    <message>
        <source>Copies of this record</source>
        <translation>Copias de este registro</translation>
    </message>
    <message>
        <source>New recovery codes</source>
        <translation>Códigos de recuperación nuevos</translation>
    </message>
    <message>
        <source>Your operator&apos;s record does not continue what it was before</source>
        <translation>El registro de su operador no continúa lo que era antes</translation>
    </message>
    <message>
        <source>Alarms about your operator&apos;s record</source>
        <translation>Alarmas sobre el registro de su operador</translation>
    </message>
    <message>
        <source>your operator shows another history than the one it signed</source>
        <translation>su operador muestra una historia distinta de la que firmó</translation>
    </message>
    <message>
        <source>You stopped the sending of %1; it stays on this computer</source>
        <translation>Usted detuvo el envío de %1; se queda en este equipo</translation>
    </message>
    <message>
        <source>You took back a change of %1 that had not been sent</source>
        <translation>Usted deshizo un cambio de %1 que no se había enviado</translation>
    </message>
    <message>
        <source>Sendings stopped</source>
        <translation>Envíos detenidos</translation>
    </message>
    <message>
        <source>Changes taken back</source>
        <translation>Cambios deshechos</translation>
    </message>
    <message>
        <source>Your operator counted other documents than it had shown; its whole list was read again</source>
        <translation>Su operador contó otros documentos que los que había mostrado; se leyó otra vez su lista completa</translation>
    </message>
    <message>
        <source>Your operator could not show %1 as it had been given to it</source>
        <translation>Su operador no pudo mostrar %1 como se le había entregado</translation>
    </message>
    <message>
        <source>Other counts of your operator</source>
        <translation>Otras cuentas de su operador</translation>
    </message>
    <message>
        <source>Documents altered or lost by your operator</source>
        <translation>Documentos que su operador alteró o perdió</translation>
    </message>
    <message>
        <source>You kept both versions: yours is %1 now, beside the one from elsewhere</source>
        <translation>Usted conservó las dos versiones: la suya es ahora %1, junto a la del otro equipo</translation>
    </message>
    <message>
        <source>%1 was sent once more: your operator had lost it</source>
        <translation>%1 se envió otra vez: su operador lo había perdido</translation>
    </message>
    <message>
        <source>Both versions kept</source>
        <translation>Las dos versiones conservadas</translation>
    </message>
    <message>
        <source>Sent once more</source>
        <translation>Enviados otra vez</translation>
    </message>
    <message>
        <source>You shared documents</source>
        <translation>Usted compartió documentos</translation>
    </message>
    <message>
        <source>Documents that you shared were read</source>
        <translation>Alguien leyó documentos que usted comparte</translation>
    </message>
    <message>
        <source>What you shared was accepted</source>
        <translation>Aceptaron lo que usted compartió</translation>
    </message>
    <message>
        <source>What you shared was declined</source>
        <translation>Rechazaron lo que usted compartió</translation>
    </message>
    <message>
        <source>You let a share last longer</source>
        <translation>Usted amplió el tiempo de algo compartido</translation>
    </message>
    <message>
        <source>A share was ended</source>
        <translation>Se dejó de compartir</translation>
    </message>
    <message>
        <source>A share ran out</source>
        <translation>Venció algo compartido</translation>
    </message>
    <message>
        <source>Somebody shared documents with you</source>
        <translation>Alguien le compartió documentos</translation>
    </message>
    <message>
        <source>Somebody looked you up to share with you</source>
        <translation>Alguien lo buscó para compartirle documentos</translation>
    </message>
    <message>
        <source>You chose whether others find you</source>
        <translation>Usted decidió si otros lo encuentran</translation>
    </message>
    <message>
        <source>You decided to share documents</source>
        <translation>Usted decidió compartir documentos</translation>
    </message>
    <message>
        <source>You ended a share</source>
        <translation>Usted dejó de compartir</translation>
    </message>
    <message>
        <source>You gave a share more time</source>
        <translation>Usted le dio más tiempo a algo compartido</translation>
    </message>
    <message>
        <source>You accepted what was shared with you</source>
        <translation>Usted aceptó lo que le compartieron</translation>
    </message>
    <message>
        <source>You declined what was shared with you</source>
        <translation>Usted rechazó lo que le compartieron</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Compartido</translation>
    </message>
    <message>
        <source>You did not send what you had decided to share</source>
        <translation>Usted no envió lo que había decidido compartir</translation>
    </message>
    <message>
        <source>What you decided to share came back to you</source>
        <translation>Lo que usted decidió compartir volvió a usted</translation>
    </message>
    <message>
        <source>Your key for sealed documents was made</source>
        <translation>Se hizo su llave para los documentos sellados</translation>
    </message>
    <message>
        <source>A computer or a recovery code may open sealed documents</source>
        <translation>Un computador o un código de recuperación puede abrir documentos sellados</translation>
    </message>
    <message>
        <source>You declined “%1”, shared by %2</source>
        <translation>Usted rechazó «%1», que comparte %2</translation>
    </message>
    <message>
        <source>“%1” was accepted by %2</source>
        <translation>«%1»: lo aceptó %2</translation>
    </message>
    <message>
        <source>You accepted “%1”, shared by %2</source>
        <translation>Usted aceptó «%1», que comparte %2</translation>
    </message>
    <message>
        <source>You did not send “%1” to %2</source>
        <translation>Usted no envió «%1» a %2</translation>
    </message>
    <message>
        <source>Of “%1”, something was read by %2</source>
        <translation>«%1»: lo leyó %2</translation>
    </message>
    <message>
        <source>whoever has the link</source>
        <translation>quien tenga el enlace</translation>
    </message>
    <message>
        <source>You decided to share “%1” with %2</source>
        <translation>Usted decidió compartir «%1» con %2</translation>
    </message>
    <message>
        <source>You decided to share “%1” with %2 no longer</source>
        <translation>Usted decidió no compartir más «%1» con %2</translation>
    </message>
    <message>
        <source>“%1” was shared with you by %2</source>
        <translation>Le compartió «%1» %2</translation>
    </message>
    <message>
        <source>“%1” is shared with %2</source>
        <translation>«%1» quedó compartido con %2</translation>
    </message>
    <message>
        <source>The time of “%1”, shared with %2, ran out</source>
        <translation>Venció el tiempo de «%1», compartido con %2</translation>
    </message>
    <message>
        <source>“%1” is shared with %2 no longer</source>
        <translation>«%1» ya no está compartido con %2</translation>
    </message>
    <message>
        <source>“%1” is shared with %2 for longer</source>
        <translation>«%1» sigue compartido con %2 por más tiempo</translation>
    </message>
    <message>
        <source>You decided to share “%1” with %2 for longer</source>
        <translation>Usted decidió compartir «%1» con %2 por más tiempo</translation>
    </message>
    <message>
        <source>“%1” came back to you: it was not shared with %2</source>
        <translation>«%1» volvió a usted: no se compartió con %2</translation>
    </message>
    <message>
        <source>“%1” was declined by %2</source>
        <translation>«%1»: lo rechazó %2</translation>
    </message>
    <message>
        <source>%1 has no place among its files</source>
        <translation>%1 no tiene lugar entre sus archivos</translation>
    </message>
    <message>
        <source>The identity provider said for others to see that your key is yours</source>
        <translation>El proveedor de identidad dijo, para que otros lo vean, que su llave es suya</translation>
    </message>
    <message>
        <source>You agreed to the key of %1 for sealed documents</source>
        <translation>Usted aceptó la llave de %1 para documentos sellados</translation>
    </message>
    <message>
        <source>%1. Your operator confirmed it on %2</source>
        <translation>%1. Su operador lo confirmó el %2</translation>
    </message>
    <message>
        <source>%1
%2: entry %3, %4</source>
        <translation>%1
%2: anotación %3, %4</translation>
    </message>
    <message>
        <source>Your operator names another key for %1, with whom you share sealed documents</source>
        <translation>Su operador muestra otra llave para %1, con quien usted comparte documentos sellados</translation>
    </message>
    <message>
        <source>Records that go on from an older copy</source>
        <translation>Registros que siguen desde una copia anterior</translation>
    </message>
    <message>
        <source>An older copy of your folder was put back on this computer; its record goes on from there</source>
        <translation>En este equipo se volvió a una copia anterior de su carpeta; su registro sigue desde ahí</translation>
    </message>
    <message>
        <source>%2 closed %3 “%1”</source>
        <translation>%2 cerró %3 «%1»</translation>
    </message>
    <message>
        <source>The time to open %3 “%1” of %2 ran out</source>
        <translation>Se venció el plazo para abrir %3 «%1» de %2</translation>
    </message>
    <message>
        <source>the notification</source>
        <translation>la notificación</translation>
    </message>
    <message>
        <source>the alert</source>
        <translation>la alerta</translation>
    </message>
    <message>
        <source>%2 rejected what you gave for “%1”</source>
        <translation>%2 rechazó lo que usted entregó para «%1»</translation>
    </message>
    <message>
        <source>%2 certified that %3 “%1” was opened</source>
        <translation>%2 certificó que se abrió %3 «%1»</translation>
    </message>
    <message>
        <source>The key of %3 “%1” of %2 was handed over to one of your computers</source>
        <translation>Se entregó a uno de sus equipos la llave de %3 «%1» de %2</translation>
    </message>
    <message>
        <source>Keys of others that changed</source>
        <translation>Llaves de otros que cambiaron</translation>
    </message>
    <message>
        <source>%2 took the documents that you gave for “%1”</source>
        <translation>%2 recogió los documentos que usted entregó para «%1»</translation>
    </message>
    <message>
        <source>%1. Confirmed by your operator</source>
        <translation>%1. Confirmado por su operador</translation>
    </message>
    <message>
        <source>You opened %3 “%1” of %2</source>
        <translation>Usted abrió %3 «%1» de %2</translation>
    </message>
    <message>
        <source>This computer said that %3 “%1” of %2 is not what was sealed</source>
        <translation>Este equipo dijo que %3 «%1» de %2 no es lo que se selló</translation>
    </message>
    <message>
        <source>You signed the receipt of %3 “%1” of %2</source>
        <translation>Usted firmó el acuse de %3 «%1» de %2</translation>
    </message>
    <message>
        <source>You objected to %3 “%1” of %2</source>
        <translation>Usted objetó %3 «%1» de %2</translation>
    </message>
    <message>
        <source>%2 gave a filing number for “%1”</source>
        <translation>%2 dio un número de radicado para «%1»</translation>
    </message>
    <message>
        <source>Keys of others that you agreed to</source>
        <translation>Llaves de otros que usted aceptó</translation>
    </message>
    <message>
        <source>the communication</source>
        <translation>la comunicación</translation>
    </message>
    <message>
        <source>You gave documents for “%1” to %2</source>
        <translation>Usted entregó documentos para «%1» a %2</translation>
    </message>
    <message>
        <source>%2 sent you %3 “%1”</source>
        <translation>%2 le envió %3 «%1»</translation>
    </message>
    <message>
        <source>%2 asked whether it can notify you in “%1”</source>
        <translation>%2 preguntó si lo puede notificar en «%1»</translation>
    </message>
    <message>
        <source>You answered %2 that you keep “%1”</source>
        <translation>Usted respondió a %2 que conserva «%1»</translation>
    </message>
    <message>
        <source>That “%1” is kept was answered by %2</source>
        <translation>%2 respondió que conserva «%1»</translation>
    </message>
    <message>
        <source>You answered %2 that you erased “%1”</source>
        <translation>Usted respondió a %2 que borró «%1»</translation>
    </message>
    <message>
        <source>You decided to ask %2 to erase the copies of “%1”</source>
        <translation>Usted decidió pedir a %2 que borre las copias de «%1»</translation>
    </message>
    <message>
        <source>To erase “%1” was asked of %2</source>
        <translation>Se pidió borrar «%1» a %2</translation>
    </message>
    <message>
        <source>You were asked to erase “%1” by %2</source>
        <translation>Le pidieron borrar «%1»: %2</translation>
    </message>
    <message>
        <source>That “%1” is erased was answered by %2</source>
        <translation>%2 respondió que «%1» está borrado</translation>
    </message>
    <message>
        <source>You took note that your operator&apos;s record does not continue what it was before</source>
        <translation>Usted tomó nota de que el registro de su operador no continúa lo que era antes</translation>
    </message>
    <message>
        <source>Alarms that you took note of</source>
        <translation>Alarmas de las que usted tomó nota</translation>
    </message>
</context>
<context>
    <name>Acts</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message numerus="yes">
        <source>%n documents</source>
        <translation>
            <numerusform>%n documento</numerusform>
            <numerusform>%n documentos</numerusform>
        </translation>
    </message>
    <message>
        <source>Labels of %1 changed</source>
        <translation>Cambiaron las etiquetas de %1</translation>
    </message>
    <message>
        <source>%1 marked as favourite</source>
        <translation>%1 quedó como favorito</translation>
    </message>
    <message>
        <source>%1 no longer a favourite</source>
        <translation>%1 ya no es favorito</translation>
    </message>
    <message>
        <source>Document type of %1 changed</source>
        <translation>Cambió la tipología de %1</translation>
    </message>
    <message>
        <source>Expiry date of %1 changed</source>
        <translation>Cambió la fecha de vencimiento de %1</translation>
    </message>
    <message>
        <source>Note saved</source>
        <translation>Nota guardada</translation>
    </message>
    <message numerus="yes">
        <source>%n documents restored</source>
        <translation>
            <numerusform>%n documento recuperado</numerusform>
            <numerusform>%n documentos recuperados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n documents deleted for ever</source>
        <translation>
            <numerusform>%n documento borrado para siempre</numerusform>
            <numerusform>%n documentos borrados para siempre</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n documents will always be on this computer</source>
        <translation>
            <numerusform>%n documento estará siempre en este equipo</numerusform>
            <numerusform>%n documentos estarán siempre en este equipo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n documents need not stay on this computer</source>
        <translation>
            <numerusform>%n documento ya no tiene que quedarse en este equipo</numerusform>
            <numerusform>%n documentos ya no tienen que quedarse en este equipo</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder “%1” created</source>
        <translation>Se creó la carpeta «%1»</translation>
    </message>
    <message>
        <source>Bringing “%1” to this computer…</source>
        <translation>Trayendo «%1» a este equipo…</translation>
    </message>
    <message>
        <source>“%1” has a new version. The earlier ones are kept.</source>
        <translation>«%1» tiene una versión nueva. Las anteriores se conservan.</translation>
    </message>
    <message>
        <source>See versions</source>
        <translation>Ver versiones</translation>
    </message>
    <message>
        <source>“%1” and all it holds moved to the trash</source>
        <translation>«%1» y todo lo que contiene pasó a la papelera</translation>
    </message>
    <message>
        <source>“%1” moved to the trash</source>
        <translation>«%1» pasó a la papelera</translation>
    </message>
    <message numerus="yes">
        <source>%n documents and folders, with all they hold, moved to the trash</source>
        <translation>
            <numerusform>%n elemento, con todo lo que contiene, pasó a la papelera</numerusform>
            <numerusform>%n documentos y carpetas, con todo lo que contienen, pasaron a la papelera</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n documents moved to the trash</source>
        <translation>
            <numerusform>%n documento pasó a la papelera</numerusform>
            <numerusform>%n documentos pasaron a la papelera</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 moved to “%2”</source>
        <translation>%1: ahora en «%2»</translation>
    </message>
    <message>
        <source>Renamed to “%1”. It ended in “%2”, by which programs know what to open it with.</source>
        <translation>Ahora se llama «%1». Terminaba en «%2», y por eso los programas sabían con qué abrirlo.</translation>
    </message>
    <message>
        <source>%1 restored to “%2”</source>
        <translation>%1 se recuperó en «%2»</translation>
    </message>
    <message>
        <source>The saved search “%1” was removed</source>
        <translation>Se quitó la búsqueda guardada «%1»</translation>
    </message>
    <message>
        <source>“%1” renamed to “%2”</source>
        <translation>«%1» ahora se llama «%2»</translation>
    </message>
    <message>
        <source>%1: the operator does not accept the name “%2”.</source>
        <translation>%1: el operador no admite el nombre «%2».</translation>
    </message>
    <message>
        <source>%1: there is another “%2” in this folder.</source>
        <translation>%1: en esta carpeta ya hay «%2».</translation>
    </message>
    <message>
        <source>%1 back in “%2”</source>
        <translation>%1: de vuelta en «%2»</translation>
    </message>
    <message>
        <source>%1: the name was too long and was shortened.</source>
        <translation>%1: el nombre era demasiado largo y se acortó.</translation>
    </message>
    <message>
        <source>It is called “%1” again</source>
        <translation>Vuelve a llamarse «%1»</translation>
    </message>
    <message>
        <source>%1 back from the trash</source>
        <translation>%1: de vuelta, fuera de la papelera</translation>
    </message>
    <message>
        <source>%1: the name “%2” would not do on other computers or at an operator.</source>
        <translation>%1: el nombre «%2» no sirve en otros equipos ni ante un operador.</translation>
    </message>
    <message>
        <source>The folder “%1” is in the trash</source>
        <translation>La carpeta «%1» está en la papelera</translation>
    </message>
    <message>
        <source>Document type of %1 as before</source>
        <translation>La tipología de %1 está como antes</translation>
    </message>
    <message>
        <source>What stays on this computer is as before</source>
        <translation>Lo que se queda en este equipo está como antes</translation>
    </message>
    <message>
        <source>The saved search “%1” is there again</source>
        <translation>La búsqueda guardada «%1» está de nuevo</translation>
    </message>
    <message numerus="yes">
        <source>%n documents again in the trash</source>
        <translation>
            <numerusform>%n documento está otra vez en la papelera</numerusform>
            <numerusform>%n documentos están otra vez en la papelera</numerusform>
        </translation>
    </message>
    <message>
        <source>Renamed to “%1”</source>
        <translation>Ahora se llama «%1»</translation>
    </message>
    <message>
        <source>Labels of %1 as before</source>
        <translation>Las etiquetas de %1 están como antes</translation>
    </message>
    <message>
        <source>The note is as before</source>
        <translation>La nota está como antes</translation>
    </message>
    <message>
        <source>%1 back where they were</source>
        <translation>%1: de vuelta donde estaban</translation>
    </message>
    <message>
        <source>Expiry date of %1 as before</source>
        <translation>La fecha de vencimiento de %1 está como antes</translation>
    </message>
</context>
<context>
    <name>carriel::ui::ActPage</name>
    <message>
        <source>Notification</source>
        <translation>Notificación</translation>
    </message>
    <message>
        <source>Choose one in the list of notifications.</source>
        <translation>Elija una en la lista de notificaciones.</translation>
    </message>
    <message>
        <source>No. %1</source>
        <translation>n.º %1</translation>
    </message>
    <message>
        <source>opened %1</source>
        <translation>abierta el %1</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>Hasta cuándo</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Qué dice</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>%1 (the act itself)</source>
        <translation>%1 (el acto mismo)</translation>
    </message>
    <message>
        <source>See it</source>
        <translation>Ver</translation>
    </message>
    <message>
        <source>Keep it in Documents</source>
        <translation>Guardar en Documentos</translation>
    </message>
    <message>
        <source>Save it elsewhere…</source>
        <translation>Guardar en otro lugar…</translation>
    </message>
    <message>
        <source>What you can do</source>
        <translation>Qué puede hacer</translation>
    </message>
    <message>
        <source>The notification gives no address that the entity has registered. Go to its office or its own site.</source>
        <translation>La notificación no da ninguna dirección que la entidad haya registrado. Vaya a su oficina o a su propio sitio.</translation>
    </message>
    <message>
        <source>Go to %1 in the browser</source>
        <translation>Ir a %1 en el navegador</translation>
    </message>
    <message>
        <source>Certificate of access</source>
        <translation>Constancia de acceso</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Acceso</translation>
    </message>
    <message>
        <source>Certified</source>
        <translation>Certificada</translation>
    </message>
    <message>
        <source>The entity says</source>
        <translation>La entidad dice</translation>
    </message>
    <message>
        <source>The entity has not certified the access yet. Its certificate comes here by itself; meanwhile your operator&apos;s record of the opening proves it.</source>
        <translation>La entidad todavía no ha certificado el acceso. Su constancia llega aquí por sí sola; mientras tanto lo prueba el registro de la apertura que hizo su operador.</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidencia</translation>
    </message>
    <message>
        <source>See the evidence</source>
        <translation>Ver la evidencia</translation>
    </message>
    <message>
        <source>Came with the notification “%1” of %2, opened %3.</source>
        <translation>Llegó con la notificación «%1» de %2, abierta el %3.</translation>
    </message>
    <message>
        <source>Kept in Documents: %1</source>
        <translation>Guardado en Documentos: %1</translation>
    </message>
    <message>
        <source>Save it elsewhere</source>
        <translation>Guardar en otro lugar</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Se guardó: %1</translation>
    </message>
    <message>
        <source>Your browser opens %1. What you do there is between you and the entity.</source>
        <translation>Su navegador abre %1. Lo que haga allí queda entre usted y la entidad.</translation>
    </message>
    <message>
        <source>It proves what was delivered, when you opened it, and that no access was recorded before. It is kept with the notification and can be checked without a network.</source>
        <translation>Prueba qué se entregó, cuándo lo abrió usted y que antes no se registró ningún acceso. Se conserva con la notificación y se puede comprobar sin red.</translation>
    </message>
    <message>
        <source>Do not rely on it: what does not fit is named in the evidence. It is kept as it came.</source>
        <translation>No confíe en ella: la evidencia nombra lo que no encaja. Se conserva tal como llegó.</translation>
    </message>
    <message>
        <source>It was in Documents already: %1</source>
        <translation>Ya estaba en Documentos: %1</translation>
    </message>
    <message>
        <source>Reminder and calendar: %1, %2</source>
        <translation>Recordatorio y calendario: %1, %2</translation>
    </message>
    <message>
        <source>Reminder and calendar: end of the term, %1</source>
        <translation>Recordatorio y calendario: fin del término, %1</translation>
    </message>
</context>
<context>
    <name>carriel::ui::AttachmentPage</name>
    <message>
        <source>Of the notification of %1</source>
        <translation>De la notificación de %1</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
</context>
<context>
    <name>carriel::ui::EvidencePage</name>
    <message>
        <source>Save the evidence…</source>
        <translation>Guardar la evidencia…</translation>
    </message>
    <message>
        <source>Verify a file…</source>
        <translation>Verificar un archivo…</translation>
    </message>
    <message>
        <source>Name the operator&apos;s key…</source>
        <translation>Indicar la llave del operador…</translation>
    </message>
    <message>
        <source>A file with the key that the operator has published, or the certificate of an authority</source>
        <translation>Un archivo con la llave que el operador publicó, o el certificado de una autoridad</translation>
    </message>
    <message>
        <source>Details for experts</source>
        <translation>Datos para expertos</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidencia</translation>
    </message>
    <message>
        <source>Choose a file of evidence, or drop one here. It needs neither an account nor a network, and nothing of it is kept.</source>
        <translation>Elija un archivo de evidencia o suéltelo aquí. No se necesita cuenta ni red, y de él no se guarda nada.</translation>
    </message>
    <message>
        <source>Looking at the evidence…</source>
        <translation>Comprobando la evidencia…</translation>
    </message>
    <message>
        <source>%1. This file is not in your folder; nothing of it is kept.</source>
        <translation>%1. Este archivo no está en su carpeta; de él no se guarda nada.</translation>
    </message>
    <message>
        <source>Choose a file of evidence</source>
        <translation>Elija un archivo de evidencia</translation>
    </message>
    <message>
        <source>Evidence (*.asice *.sce)</source>
        <translation>Evidencia (*.asice *.sce)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Choose the operator&apos;s key</source>
        <translation>Elija la llave del operador</translation>
    </message>
    <message>
        <source>Keys and certificates (*.json *.jwk *.pem *.crt *.cer *.der)</source>
        <translation>Llaves y certificados (*.json *.jwk *.pem *.crt *.cer *.der)</translation>
    </message>
    <message>
        <source>Save the evidence</source>
        <translation>Guardar la evidencia</translation>
    </message>
    <message>
        <source>Evidence (*.asice)</source>
        <translation>Evidencia (*.asice)</translation>
    </message>
    <message>
        <source>evidence %1</source>
        <translation>evidencia %1</translation>
    </message>
    <message>
        <source>Saved: %1. Anybody can check it with Carriel, or with unzip and openssl.</source>
        <translation>Se guardó: %1. Cualquiera la puede comprobar con Carriel, o con unzip y openssl.</translation>
    </message>
    <message>
        <source>Check it</source>
        <translation>Comprobarla</translation>
    </message>
    <message>
        <source>Evidence: %1</source>
        <translation>Evidencia: %1</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>La envió</translation>
    </message>
    <message>
        <source>To</source>
        <translation>A</translation>
    </message>
    <message>
        <source>Delivered by</source>
        <translation>La entregó</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Expediente</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>It is inside, and it is what the entity sealed.</source>
        <translation>Está adentro, y es lo que la entidad selló.</translation>
    </message>
    <message>
        <source>It is not inside: only who, when and the digests.</source>
        <translation>No está adentro: solo quién, cuándo y las huellas.</translation>
    </message>
    <message>
        <source>File made</source>
        <translation>Archivo hecho</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué pasó</translation>
    </message>
    <message>
        <source>No record could be read.</source>
        <translation>No se pudo leer ningún registro.</translation>
    </message>
    <message>
        <source>Certificate of access</source>
        <translation>Constancia de acceso</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Acceso</translation>
    </message>
    <message>
        <source>Certified</source>
        <translation>Certificada</translation>
    </message>
    <message>
        <source>The entity says</source>
        <translation>La entidad dice</translation>
    </message>
    <message>
        <source>%1, and a time-stamping authority confirmed it</source>
        <translation>%1; una autoridad de estampado cronológico lo confirmó</translation>
    </message>
    <message>
        <source>By %1</source>
        <translation>Por %1</translation>
    </message>
    <message>
        <source>The computer that opened it signed the receipt at %1 by its own clock: %2 apart from the operator&apos;s.</source>
        <translation>El equipo que la abrió firmó el acuse el %1 según su propio reloj: a %2 del reloj del operador.</translation>
    </message>
    <message>
        <source>Record: %1</source>
        <translation>Registro: %1</translation>
    </message>
    <message>
        <source>Written by: %1</source>
        <translation>Lo escribió: %1</translation>
    </message>
    <message>
        <source>Event: %1</source>
        <translation>Evento: %1</translation>
    </message>
    <message>
        <source>Happened: %1</source>
        <translation>Ocurrió: %1</translation>
    </message>
    <message>
        <source>Recorded: %1</source>
        <translation>Se registró: %1</translation>
    </message>
    <message>
        <source>The operator&apos;s clock: exact to %1 ms</source>
        <translation>Reloj del operador: exacto a %1 ms</translation>
    </message>
    <message>
        <source>Digest (SHA-256): %1</source>
        <translation>Huella (SHA-256): %1</translation>
    </message>
    <message>
        <source>Time stamp: %1</source>
        <translation>Estampa cronológica: %1</translation>
    </message>
    <message>
        <source>Follows: %1</source>
        <translation>Sigue a: %1</translation>
    </message>
    <message>
        <source>What does not fit</source>
        <translation>Qué no concuerda</translation>
    </message>
    <message>
        <source>What it rests on</source>
        <translation>En qué se apoya</translation>
    </message>
    <message>
        <source>Worth knowing</source>
        <translation>Conviene saberlo</translation>
    </message>
    <message>
        <source>It is inside, and it is not what the entity sealed.</source>
        <translation>Está adentro, y no es lo que la entidad selló.</translation>
    </message>
    <message>
        <source>It is inside.</source>
        <translation>Está adentro.</translation>
    </message>
    <message>
        <source>Whom I trust…</source>
        <translation>En quién confío…</translation>
    </message>
    <message>
        <source>The authorities whose time stamps you believe</source>
        <translation>Las autoridades cuyas estampas de tiempo usted cree</translation>
    </message>
    <message>
        <source>What came is not what was sealed, so nobody could read it.</source>
        <translation>Lo que llegó no es lo que se selló, así que nadie pudo leerlo.</translation>
    </message>
    <message>
        <source>Consented to, and the operator has not taken it: it proves who tried, what and when.</source>
        <translation>Se aceptó entregarlo y el operador no lo ha recibido: prueba quién lo intentó, qué y cuándo.</translation>
    </message>
    <message>
        <source>Something in it was changed or does not fit: do not rely on what it says.</source>
        <translation>Algo en ella se cambió o no encaja: no confíe en lo que dice.</translation>
    </message>
    <message>
        <source>Given by</source>
        <translation>Entregó</translation>
    </message>
    <message>
        <source>Filing number</source>
        <translation>Radicado</translation>
    </message>
    <message>
        <source>Taken by the operator</source>
        <translation>Lo recibió el operador</translation>
    </message>
    <message>
        <source>Taken by the entity</source>
        <translation>Lo recogió la entidad</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Respondido</translation>
    </message>
    <message>
        <source>When it could not be given</source>
        <translation>Cuando no se pudo entregar</translation>
    </message>
    <message>
        <source>%1. Nothing of it is kept.</source>
        <translation>%1. Nada de él se guarda.</translation>
    </message>
    <message>
        <source>All the keys and certificates that lie in it</source>
        <translation>Todas las llaves y certificados que hay en ella</translation>
    </message>
    <message>
        <source>Choose the certificate of the authority</source>
        <translation>Escoger el certificado de la autoridad</translation>
    </message>
    <message>
        <source>The receipt was signed with the certificate of %1 at %2, by the clock of the computer that opened it: %3 apart from the operator&apos;s.</source>
        <translation>El acuse se firmó con el certificado de %1, el %2 según el reloj del equipo que la abrió: a %3 del reloj del operador.</translation>
    </message>
    <message>
        <source>Choose a folder of keys and certificates</source>
        <translation>Escoger una carpeta con llaves y certificados</translation>
    </message>
    <message>
        <source>%1 (issued by %2)</source>
        <translation>%1 (lo expidió %2)</translation>
    </message>
    <message>
        <source>Name a folder of whom I trust…</source>
        <translation>Indicar una carpeta de confianza…</translation>
    </message>
    <message>
        <source>Named for it: %1.</source>
        <translation>Indicado para comprobarlo: %1.</translation>
    </message>
    <message>
        <source>Name who stamped…</source>
        <translation>Indicar quién puso las estampas…</translation>
    </message>
    <message>
        <source>The certificate of the authority that issued the time-stamping authority&apos;s own, or the signer&apos;s</source>
        <translation>El certificado de la autoridad que expidió el de quien puso las estampas, o el de quien firmó</translation>
    </message>
</context>
<context>
    <name>carriel::ui::NotificationModel</name>
    <message>
        <source>Case %1</source>
        <translation>Expediente %1</translation>
    </message>
    <message>
        <source>No. …%1</source>
        <translation>N.º …%1</translation>
    </message>
    <message>
        <source>To be opened</source>
        <translation>Por abrir</translation>
    </message>
    <message>
        <source>Terms that run</source>
        <translation>Términos que corren</translation>
    </message>
    <message>
        <source>The others</source>
        <translation>Las demás</translation>
    </message>
    <message>
        <source>It runs from %1, opened or not (informative)</source>
        <translation>Corre desde el %1, la abra o no (informativo)</translation>
    </message>
    <message>
        <source>It can be opened until %1</source>
        <translation>Se puede abrir hasta el %1</translation>
    </message>
    <message>
        <source>Closed on %1</source>
        <translation>Se cerró el %1</translation>
    </message>
</context>
<context>
    <name>carriel::ui::NotificationPage</name>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Notification</source>
        <translation>Notificación</translation>
    </message>
    <message>
        <source>Choose one in the list of notifications.</source>
        <translation>Elija una en la lista de notificaciones.</translation>
    </message>
    <message>
        <source>See the evidence</source>
        <translation>Ver la evidencia</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Ingresar</translation>
    </message>
    <message>
        <source>Do not tell me</source>
        <translation>No avisarme</translation>
    </message>
    <message>
        <source>Tell me when it can be opened</source>
        <translation>Avisarme cuando se pueda abrir</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
    <message>
        <source>You will be told when it can be opened. Until then nothing is signed and nothing is opened.</source>
        <translation>Se le avisará cuando se pueda abrir. Hasta entonces no se firma nada ni se abre nada.</translation>
    </message>
    <message>
        <source>You will not be told.</source>
        <translation>No se le avisará.</translation>
    </message>
    <message>
        <source>It is opened. The record of the moment and your receipt are kept with it.</source>
        <translation>Quedó abierta. El registro del momento y su acuse de recibo se conservan con ella.</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>Leerla</translation>
    </message>
    <message>
        <source>Who sent it</source>
        <translation>Quién la envió</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>Entidad</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Trámite</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Expediente</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Llegó</translation>
    </message>
    <message>
        <source>Your agreement</source>
        <translation>Su consentimiento</translation>
    </message>
    <message>
        <source>You agreed to be notified here on %1</source>
        <translation>Usted aceptó que lo notifiquen aquí el %1</translation>
    </message>
    <message>
        <source>Its proof does not hold, so it is not certain that this entity sent it. It cannot be opened here.</source>
        <translation>Su prueba no se sostiene, así que no es seguro que la haya enviado esta entidad. Aquí no se puede abrir.</translation>
    </message>
    <message>
        <source>It was not checked yet who signed it.</source>
        <translation>Todavía no se ha comprobado quién la firmó.</translation>
    </message>
    <message>
        <source>This entity signed it: its seal was checked on this computer. %1 delivered it and cannot change it.</source>
        <translation>La firmó esta entidad: su sello se comprobó en este equipo. La entregó %1, que no puede cambiarla.</translation>
    </message>
    <message>
        <source>Your operator</source>
        <translation>su operador</translation>
    </message>
    <message>
        <source>The entity marked it as sensitive: see to it that nobody reads over your shoulder.</source>
        <translation>La entidad la marcó como delicada: cuide que nadie lea por encima de su hombro.</translation>
    </message>
    <message>
        <source>See the evidence so far</source>
        <translation>Ver la evidencia hasta ahora</translation>
    </message>
    <message>
        <source>What it is and what opening it means</source>
        <translation>Qué es y qué significa abrirla</translation>
    </message>
    <message>
        <source>The warning that goes with it, word for word:</source>
        <translation>La advertencia que la acompaña, palabra por palabra:</translation>
    </message>
    <message>
        <source>Your browser may ask you to log in once more: the entity wants to be sure that it is you.</source>
        <translation>Puede que su navegador le pida ingresar de nuevo: la entidad quiere estar segura de que es usted.</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Términos</translation>
    </message>
    <message>
        <source>If you open it today</source>
        <translation>Si la abre hoy</translation>
    </message>
    <message>
        <source>The term, opened or not</source>
        <translation>El término, la abra o no</translation>
    </message>
    <message>
        <source>If you would rather not open it now</source>
        <translation>Si prefiere no abrirla ahora</translation>
    </message>
    <message>
        <source>What I agreed to</source>
        <translation>Lo que acepté</translation>
    </message>
    <message>
        <source>%1 (only your operator says that it is called “%2”)</source>
        <translation>%1 (solo su operador dice que se llama «%2»)</translation>
    </message>
    <message>
        <source>It is not known yet whether this entity signed it: the list of the entities&apos; keys is not here. It cannot be opened before it is.</source>
        <translation>Aún no se sabe si la firmó esta entidad: falta aquí la lista de las llaves de las entidades. No se puede abrir mientras no esté.</translation>
    </message>
    <message>
        <source>It is opened.</source>
        <translation>Ya está abierta.</translation>
    </message>
    <message>
        <source>See it</source>
        <translation>Ver</translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation>Conectar de nuevo</translation>
    </message>
    <message>
        <source>The folder was locked while it was being opened. It was not opened, and it is still sealed.</source>
        <translation>La carpeta se bloqueó mientras se abría. No se abrió, y sigue sellada.</translation>
    </message>
    <message>
        <source>It was left sealed. Nothing was signed.</source>
        <translation>Quedó sellada. No se firmó nada.</translation>
    </message>
    <message>
        <source>The term, by the general rule</source>
        <translation>El término, por la regla general</translation>
    </message>
    <message>
        <source>The act may give less. Read it here to know until when you can answer.</source>
        <translation>El acto puede dar menos. Léala aquí para saber hasta cuándo puede responder.</translation>
    </message>
    <message>
        <source>Only the general rule is known while it is sealed. The act itself may give another term, also a shorter one; then that one counts.</source>
        <translation>Mientras está sellada solo se conoce la regla general. El acto mismo puede dar otro término, también uno más corto; entonces vale ese.</translation>
    </message>
    <message>
        <source>First open the key of your certificate, above.</source>
        <translation>Primero abra la llave de su certificado, arriba.</translation>
    </message>
    <message>
        <source>This entity asks you to sign the receipt with a certificate in your name. Opening the key here signs nothing: the receipt is signed when you open the notification.</source>
        <translation>Esta entidad le pide firmar el acuse con un certificado a su nombre. Abrir aquí la llave no firma nada: el acuse se firma cuando usted abre la notificación.</translation>
    </message>
    <message>
        <source>Your certificate</source>
        <translation>Su certificado</translation>
    </message>
    <message>
        <source>Its term may be running</source>
        <translation>Su término puede estar corriendo</translation>
    </message>
    <message>
        <source>It counts as made although nobody opened it, and it cannot be opened here any more. Ask the entity for the act, and until when you can answer.</source>
        <translation>Cuenta como hecha aunque nadie la abrió, y ya no se puede abrir aquí. Pídale el acto a la entidad y pregúntele hasta cuándo puede responder.</translation>
    </message>
</context>
<context>
    <name>carriel::ui::NotificationsPage</name>
    <message>
        <source>Notifications, the most pressing first</source>
        <translation>Notificaciones, primero las más urgentes</translation>
    </message>
    <message>
        <source>The notification you asked about can be opened now. It is still sealed.</source>
        <translation>La notificación por la que preguntó ya se puede abrir. Sigue sellada.</translation>
    </message>
    <message>
        <source>See it</source>
        <translation>Ver</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>They arrive sealed. Looking at this list opens nothing: one is opened only when you say so, after you have read what that means.</source>
        <translation>Llegan selladas. Mirar esta lista no abre nada: una se abre solo cuando usted lo dice, después de leer qué significa.</translation>
    </message>
    <message>
        <source>Search in those you have opened</source>
        <translation>Buscar en las que ha abierto</translation>
    </message>
    <message>
        <source>Which to show</source>
        <translation>Cuáles mostrar</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>To be opened</source>
        <translation>Por abrir</translation>
    </message>
    <message>
        <source>With a term that runs</source>
        <translation>Con un término que corre</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Abiertas</translation>
    </message>
    <message>
        <source>Closed or with a problem</source>
        <translation>Cerradas o con un problema</translation>
    </message>
    <message>
        <source>From which entity</source>
        <translation>De qué entidad</translation>
    </message>
    <message>
        <source>All entities</source>
        <translation>Todas las entidades</translation>
    </message>
    <message>
        <source>Verify evidence…</source>
        <translation>Verificar evidencia…</translation>
    </message>
    <message>
        <source>Check a file of evidence that somebody gave you</source>
        <translation>Comprobar un archivo de evidencia que alguien le dio</translation>
    </message>
    <message numerus="yes">
        <source>%n of those you have opened say so</source>
        <translation>
            <numerusform>%n de las que ha abierto lo dice</numerusform>
            <numerusform>%n de las que ha abierto lo dicen</numerusform>
        </translation>
    </message>
    <message>
        <source>None of those you have opened says that</source>
        <translation>Ninguna de las que ha abierto dice eso</translation>
    </message>
    <message>
        <source>What is still sealed is not searched: nobody can read it, this program neither.</source>
        <translation>En lo que sigue sellado no se busca: nadie puede leerlo, tampoco este programa.</translation>
    </message>
    <message>
        <source>Show all of them</source>
        <translation>Mostrarlas todas</translation>
    </message>
    <message>
        <source>There is none of this kind</source>
        <translation>No hay ninguna así</translation>
    </message>
    <message>
        <source>Choose another one above to see the others.</source>
        <translation>Elija arriba otra cosa para ver las demás.</translation>
    </message>
    <message>
        <source>Nothing can arrive yet</source>
        <translation>Todavía no puede llegar nada</translation>
    </message>
    <message>
        <source>Entities reach you through an operator. Connect one and agree to be notified in the procedures that you choose.</source>
        <translation>Las entidades le llegan por medio de un operador. Conecte uno y acepte que lo notifiquen en los trámites que usted elija.</translation>
    </message>
    <message>
        <source>Connect an operator</source>
        <translation>Conectar un operador</translation>
    </message>
    <message>
        <source>You have no notifications</source>
        <translation>No tiene notificaciones</translation>
    </message>
    <message>
        <source>An entity notifies you here only in the procedures in which you agreed to it.</source>
        <translation>Una entidad lo notifica aquí solo en los trámites en los que usted lo aceptó.</translation>
    </message>
    <message>
        <source>Your operator no longer says that it seals notifications</source>
        <translation>Su operador ya no dice que sella las notificaciones</translation>
    </message>
    <message>
        <source>Until now they came sealed: nobody could show them as opened without your receipt. Do not open new ones until your operator has told you why this changed. Those that are here stay as they are.</source>
        <translation>Hasta ahora llegaban selladas: nadie podía hacerlas pasar por abiertas sin su acuse de recibo. No abra nuevas hasta que su operador le explique por qué cambió esto. Las que ya están aquí siguen como estaban.</translation>
    </message>
</context>
<context>
    <name>carriel::ui::OpeningSteps</name>
    <message>
        <source>Opening it</source>
        <translation>Se está abriendo</translation>
    </message>
    <message>
        <source>Do not log in; leave it sealed</source>
        <translation>No ingresar; dejarla sellada</translation>
    </message>
    <message>
        <source>%1 (only if your operator asks for it)</source>
        <translation>%1 (solo si su operador lo pide)</translation>
    </message>
    <message>
        <source>%1: done</source>
        <translation>%1: hecho</translation>
    </message>
    <message>
        <source>%1: under way</source>
        <translation>%1: en curso</translation>
    </message>
    <message>
        <source>Your browser asks who you are. The login is for this very receipt and nothing else.</source>
        <translation>Su navegador le pregunta quién es. Ese ingreso es para este acuse de recibo y para nada más.</translation>
    </message>
    <message>
        <source>Each step is kept before the next one begins. If the network fails or the computer goes out, it is never opened twice.</source>
        <translation>Cada paso queda guardado antes del siguiente. Si falla la red o se apaga el equipo, nunca se abre dos veces.</translation>
    </message>
    <message>
        <source>Leave it for later</source>
        <translation>Dejarla para después</translation>
    </message>
</context>
<context>
    <name>carriel::ui::TermView</name>
    <message>
        <source>Informative: this program counts it with the rules and holidays of Colombia. The date that holds is the one that the entity certifies. Rule: %1.</source>
        <translation>Informativo: este programa lo cuenta con las reglas y los festivos de Colombia. La fecha que vale es la que certifica la entidad. Regla: %1.</translation>
    </message>
    <message>
        <source>How it is counted, day by day</source>
        <translation>Cómo se cuenta, día por día</translation>
    </message>
    <message>
        <source>The entity names a version of the rule that was not in force that day; the one in force may give another last day. Ask the entity, and answer by the earlier one.</source>
        <translation>La entidad nombra una versión de la norma que no regía ese día; la que regía puede dar otro último día. Pregúntele a la entidad y responda dentro del más temprano.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>The evidence holds.</source>
        <translation>La evidencia se sostiene.</translation>
    </message>
    <message>
        <source>Nothing speaks against the evidence, but it rests on a key that nobody here vouches for. Name it with --trust.</source>
        <translation>Nada habla en contra de la evidencia, pero se apoya en una llave por la que nadie responde aquí. Indíquela con --trust.</translation>
    </message>
    <message>
        <source>The evidence does not hold: it is not as it was made.</source>
        <translation>La evidencia no se sostiene: no está como se hizo.</translation>
    </message>
    <message>
        <source>What it says, which nobody can rely on:</source>
        <translation>Lo que dice, de lo que nadie se puede fiar:</translation>
    </message>
    <message>
        <source>From: %1 (%2), proven by its signature</source>
        <translation>De: %1 (%2), probado por su firma</translation>
    </message>
    <message>
        <source>Evidence: %1</source>
        <translation>Evidencia: %1</translation>
    </message>
    <message>
        <source>You will be notified electronically in this procedure.</source>
        <translation>Usted será notificado electrónicamente en este trámite.</translation>
    </message>
    <message>
        <source>You will not be notified electronically in this procedure any more. What was sent before stays.</source>
        <translation>Ya no será notificado electrónicamente en este trámite. Lo enviado antes permanece.</translation>
    </message>
    <message>
        <source>List official notifications, alerts and communications. Opens none.</source>
        <translation>Lista notificaciones, alertas y comunicaciones oficiales. No abre ninguna.</translation>
    </message>
    <message>
        <source>--search   only opened ones whose text has these words; what is sealed cannot be searched</source>
        <translation>--search   solo las abiertas cuyo texto tiene esas palabras; lo sellado no se puede buscar</translation>
    </message>
    <message>
        <source>Open a notification. This has legal effect and cannot be undone.</source>
        <translation>Abre una notificación. Tiene efecto legal y no se puede deshacer.</translation>
    </message>
    <message>
        <source>Write the proof of a notification as one file, or check such a file. Checking needs no account.</source>
        <translation>Escribe la prueba de una notificación como un solo archivo, o comprueba uno así. Para comprobar no hace falta cuenta.</translation>
    </message>
    <message>
        <source>List the procedures in which one can be notified.</source>
        <translation>Lista los trámites en los que se puede ser notificado.</translation>
    </message>
    <message>
        <source>Agree to be notified electronically in a procedure. Without --yes it only shows the text.</source>
        <translation>Acepta ser notificado electrónicamente en un trámite. Sin --yes solo muestra el texto.</translation>
    </message>
    <message>
        <source>List every agreement ever given, withdrawn ones too.</source>
        <translation>Lista todas las aceptaciones dadas, también las retiradas.</translation>
    </message>
    <message>
        <source>There is no conflict.</source>
        <translation>No hay conflictos.</translation>
    </message>
    <message>
        <source>two versions, both kept: versions %1</source>
        <translation>dos versiones, ambas guardadas: versions %1</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sin límite</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>%1 por segundo</translation>
    </message>
    <message>
        <source>Up: %1</source>
        <translation>Subida: %1</translation>
    </message>
    <message>
        <source>Down: %1</source>
        <translation>Bajada: %1</translation>
    </message>
    <message>
        <source>Networks that are paid by amount: only what you ask for</source>
        <translation>Redes que se pagan por cantidad: solo lo que usted pida</translation>
    </message>
    <message>
        <source>Networks that are paid by amount: like any other</source>
        <translation>Redes que se pagan por cantidad: como cualquier otra</translation>
    </message>
    <message>
        <source>(its content is on this computer)</source>
        <translation>(su contenido está en este equipo)</translation>
    </message>
    <message>
        <source>(its content is not on this computer)</source>
        <translation>(su contenido no está en este equipo)</translation>
    </message>
    <message>
        <source>Nothing is asked: others have not removed much at once.</source>
        <translation>No hay nada que preguntar: nadie ha quitado mucho de una vez.</translation>
    </message>
    <message>
        <source>Say or set how fast documents may travel.</source>
        <translation>Decir o fijar qué tan rápido viajan los documentos.</translation>
    </message>
    <message>
        <source>--up, --down   KB a second (1,000 bytes); 0: as fast as it goes
--metered      on a network that is paid by amount: pause, or use it like any other</source>
        <translation>--up, --down   KB por segundo (1.000 bytes); 0: tan rápido como se pueda
--metered      en una red que se paga por cantidad: pause (pausar), o use (usarla como cualquier otra)</translation>
    </message>
    <message>
        <source>List what the operator does not show any more, and say what becomes of it.</source>
        <translation>Mostrar lo que el operador ya no muestra, y decir qué pasa con eso.</translation>
    </message>
    <message>
        <source>Answer when another computer removed many documents at once.</source>
        <translation>Responder cuando otro equipo quitó muchos documentos de una vez.</translation>
    </message>
    <message>
        <source>accept   it was meant
undo     take them out of the trash, or make them anew from what is here</source>
        <translation>accept   era lo que se quería
undo     sacarlos de la papelera, o hacerlos de nuevo con lo que hay aquí</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favorito</translation>
    </message>
    <message>
        <source>Document type</source>
        <translation>Tipo de documento</translation>
    </message>
    <message>
        <source>Expires on</source>
        <translation>Vence el</translation>
    </message>
    <message>
        <source>another computer</source>
        <translation>otro equipo</translation>
    </message>
    <message>
        <source>Theirs: %1, %2</source>
        <translation>Lo otro: %1, %2</translation>
    </message>
    <message>
        <source>Your operator could not be asked: it may have older versions.</source>
        <translation>No se pudo preguntar a su operador: puede tener versiones más antiguas.</translation>
    </message>
    <message>
        <source>Sign files of this computer.</source>
        <translation>Firma archivos de este equipo.</translation>
    </message>
    <message>
        <source>Add timestamps and proofs to files that are signed already.</source>
        <translation>Agrega estampas y pruebas a archivos ya firmados.</translation>
    </message>
    <message>
        <source>For a signature made without a network, and to renew an archive timestamp before it ages.
--level   t: timestamp; lt: with proofs; lta: with archive timestamp, which is what it does without it
--password-env VAR   the password of a protected PDF is in this variable</source>
        <translation>Para una firma hecha sin red, y para renovar una estampa de archivo antes de que envejezca.
--level   t: estampa; lt: con pruebas; lta: con estampa de archivo, que es lo que hace si no se dice
--password-env VAR   la contraseña de un PDF protegido está en esta variable</translation>
    </message>
    <message>
        <source>Say what the signatures of files are worth. Needs no account.</source>
        <translation>Dice qué valen las firmas de los archivos. No necesita cuenta.</translation>
    </message>
    <message>
        <source>Password or PIN of the key: </source>
        <translation>Contraseña o PIN de la llave: </translation>
    </message>
    <message>
        <source>%1 was damaged inside; a new table was added, the original bytes are unchanged.</source>
        <translation>%1 estaba dañado por dentro; se agregó una tabla nueva y los bytes originales no cambiaron.</translation>
    </message>
    <message>
        <source>No authority is trusted yet: nobody&apos;s name can be confirmed. See --trust.</source>
        <translation>Aún no se confía en ninguna autoridad: no se puede confirmar el nombre de nadie. Vea --trust.</translation>
    </message>
    <message>
        <source>Once more: </source>
        <translation>Otra vez: </translation>
    </message>
    <message>
        <source>The two differ. Again.</source>
        <translation>No son iguales. Otra vez.</translation>
    </message>
    <message>
        <source>Logged out. The documents stay on this computer.</source>
        <translation>Cerró la sesión. Los documentos siguen en este equipo.</translation>
    </message>
    <message>
        <source>Log in in the browser that opens now.</source>
        <translation>Ingrese en el navegador que se abre ahora.</translation>
    </message>
    <message>
        <source>Do you accept these terms? [y/N] </source>
        <translation>¿Acepta estas condiciones? [s/N] </translation>
    </message>
    <message>
        <source>Logged in: %1 (%2) at %3</source>
        <translation>Ingresó: %1 (%2) en %3</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is kept as &quot;%2&quot;: the operator does not take that name.</source>
        <translation>«%1» se guarda como «%2»: el operador no admite ese nombre.</translation>
    </message>
    <message>
        <source>Log in at the operator in the browser; makes the folder if there is none.</source>
        <translation>Ingresar en el operador con el navegador; abre la carpeta si no hay.</translation>
    </message>
    <message>
        <source>Say whose folder this is and how it stands.</source>
        <translation>Decir de quién es esta carpeta y cómo está.</translation>
    </message>
    <message>
        <source>Send what waits here, fetch what is new, and say how the folder stands.</source>
        <translation>Enviar lo que espera aquí, traer lo nuevo y decir cómo está la carpeta.</translation>
    </message>
    <message>
        <source>List a folder.</source>
        <translation>Mostrar lo que hay en una carpeta.</translation>
    </message>
    <message>
        <source>Put files of this computer into the folder.</source>
        <translation>Poner en la carpeta documentos de este equipo.</translation>
    </message>
    <message>
        <source>Write a copy of a document to this computer.</source>
        <translation>Escribir en este equipo una copia de un documento.</translation>
    </message>
    <message>
        <source>Make a folder, and those above it that are missing.</source>
        <translation>Crear una carpeta, y las que falten encima.</translation>
    </message>
    <message>
        <source>Move a document or folder into another folder, or give it another name.</source>
        <translation>Mover un documento o una carpeta a otra carpeta, o darle otro nombre.</translation>
    </message>
    <message>
        <source>Put labels on (+) or take them off (-).</source>
        <translation>Poner (+) o quitar (-) etiquetas.</translation>
    </message>
    <message>
        <source>Find documents by name, label, note or text; accents do not matter.</source>
        <translation>Encontrar documentos por nombre, etiqueta, nota o texto; las tildes no importan.</translation>
    </message>
    <message>
        <source>Forget the login. The documents stay on this computer.</source>
        <translation>Cerrar la sesión con el operador. Los documentos siguen en este equipo.</translation>
    </message>
    <message>
        <source>Lock the folder in the open window.</source>
        <translation>Bloquear la carpeta en la ventana abierta.</translation>
    </message>
    <message>
        <source>Without a window every command opens the vault for itself and closes it: nothing to lock (exit 3).</source>
        <translation>Sin una ventana, cada comando abre la bóveda para sí y la cierra: no hay nada que bloquear (salida 3).</translation>
    </message>
    <message>
        <source>Unlock the folder in the open window.</source>
        <translation>Desbloquear la carpeta en la ventana abierta.</translation>
    </message>
    <message>
        <source>Usage: carriel-cli [OPTIONS] COMMAND …</source>
        <translation>Uso: carriel-cli [OPCIONES] COMANDO …</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>No se encontró nada.</translation>
    </message>
    <message>
        <source>Passphrase: </source>
        <translation>Frase de paso: </translation>
    </message>
    <message>
        <source>This computer has no key store. Choose a passphrase for your documents: </source>
        <translation>Este equipo no tiene llavero. Escoja una frase de paso para sus documentos: </translation>
    </message>
    <message>
        <source>Locked.</source>
        <translation>Bloqueada.</translation>
    </message>
    <message>
        <source>Unlocked.</source>
        <translation>Desbloqueada.</translation>
    </message>
    <message>
        <source>The vault opens. No window is running, so nothing stays unlocked: each command opens it for itself.</source>
        <translation>La bóveda abre. No hay ninguna ventana abierta, así que nada queda desbloqueado: cada comando la abre para sí.</translation>
    </message>
    <message>
        <source>Usage: carriel [OPTIONS]
  --profile DIR     the folder on this computer that holds the vault
  --operator URL    the operator to propose when none is chosen yet
  --ca FILE         certificates (PEM) to trust besides the system&apos;s
  --browser &quot;CMD&quot;   opens login pages; gets the address as its last argument
  --lang es|en      the language
  --theme light|dark|contrast
  --open-url URL    a carpeta:// address
  --screenshots DIR for developers: pictures of every page, then the end
  --help, --version
</source>
        <translation>Uso: carriel [OPCIONES]
  --profile DIR     la carpeta de este equipo donde está la bóveda
  --operator URL    el operador que se propone cuando todavía no hay uno
  --ca FILE         certificados (PEM) en los que confiar además de los del sistema
  --browser &quot;CMD&quot;   abre las páginas de ingreso; recibe la dirección como último argumento
  --lang es|en      el idioma
  --theme light|dark|contrast
  --open-url URL    una dirección carpeta://
  --screenshots DIR para desarrollo: imágenes de cada página, y termina
  --help, --version
</translation>
    </message>
    <message>
        <source>The list of your documents has not been fetched from your operator yet. Fetch it with: carriel-cli sync</source>
        <translation>Todavía no se ha traído de su operador la lista de sus documentos. Tráigala con: carriel-cli sync</translation>
    </message>
    <message>
        <source>Last synchronised: %1.</source>
        <translation>Última sincronización: %1.</translation>
    </message>
    <message>
        <source>Nothing waits here to be sent.</source>
        <translation>Nada espera aquí para enviarse.</translation>
    </message>
    <message>
        <source>No browser could be opened. Open this address in a browser of this computer:</source>
        <translation>No se pudo abrir ningún navegador. Abra esta dirección en un navegador de este equipo:</translation>
    </message>
    <message>
        <source>Name it when you log in: carriel-cli --operator https://… login</source>
        <translation>Indíquelo al ingresar: carriel-cli --operator https://… login</translation>
    </message>
    <message>
        <source>Your recovery code, shown this once. Write it down and keep it away from this computer:

    %1
</source>
        <translation>Su código de recuperación, que se muestra solo esta vez. Anótelo y guárdelo lejos de este equipo:

    %1
</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait here because the transfers are paused. Resume them with: carriel-cli transfers resume all</source>
        <translation>
            <numerusform>%n cambio espera aquí porque las transferencias están en pausa. Reanúdelas con: carriel-cli transfers resume all</numerusform>
            <numerusform>%n cambios esperan aquí porque las transferencias están en pausa. Reanúdelas con: carriel-cli transfers resume all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait here to be sent. Send them with: carriel-cli sync</source>
        <translation>
            <numerusform>%n cambio espera aquí para enviarse. Envíelo con: carriel-cli sync</numerusform>
            <numerusform>%n cambios esperan aquí para enviarse. Envíelos con: carriel-cli sync</numerusform>
        </translation>
    </message>
    <message>
        <source>&quot;%1&quot; is kept as &quot;%2&quot;: there is one of that name already.</source>
        <translation>«%1» se guarda como «%2»: ya hay uno con ese nombre.</translation>
    </message>
    <message>
        <source>-o FILE      where to; a folder: into it, under the document&apos;s name; -: to the standard output
             without it: the document&apos;s name in the current folder
--version V  what the document was before: an id or a number of `versions`
--force      write over a file that is there; without it nothing is overwritten</source>
        <translation>-o ARCHIVO   adónde; una carpeta: dentro de ella, con el nombre del documento; -: a la salida estándar
             sin ella: con el nombre del documento en la carpeta actual
--version V  lo que el documento fue antes: un identificador o un número de `versions`
--force      escribe sobre un archivo que ya existe; sin ella no se sobrescribe nada</translation>
    </message>
    <message>
        <source>From the command line: carriel-cli salvage. The file is kept, under another name.</source>
        <translation>Desde la línea de órdenes: carriel-cli salvage. El archivo se conserva, con otro nombre.</translation>
    </message>
    <message>
        <source>Saved: %1 documents and folders, %2 of them with their content; %3 changes wait to be sent; %4 documents that were only here are not whole.</source>
        <translation>Rescatado: %1 documentos y carpetas, %2 con su contenido; %3 cambios esperan para enviarse; %4 documentos que solo estaban aquí no están completos.</translation>
    </message>
    <message>
        <source>The damaged file is kept as %1.</source>
        <translation>El archivo dañado se conserva como %1.</translation>
    </message>
    <message>
        <source>What your operator has comes back with: carriel-cli sync (log in first, if it asks you to).</source>
        <translation>Lo que su operador tiene vuelve con: carriel-cli sync (ingrese antes, si se lo pide).</translation>
    </message>
    <message>
        <source>Go on with what can be read of a damaged vault.</source>
        <translation>Sigue con lo que se pueda leer de una bóveda dañada.</translation>
    </message>
    <message>
        <source>Only if the vault proves to be damaged or is missing. The damaged file is kept under another name; what can be
read of it goes on in a new one, with the same passphrase and recovery code.</source>
        <translation>Solo si la bóveda está dañada o falta. El archivo dañado se conserva con otro nombre; lo que se pueda leer
sigue en uno nuevo, con la misma frase y el mismo código de recuperación.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; will be destroyed here and at the operator, with all its versions. Nobody can bring it back. Go on? [y/N] </source>
        <translation>«%1» se destruirá aquí y en el operador, con todas sus versiones. Nadie podrá recuperarlo. ¿Seguir? [s/N] </translation>
    </message>
    <message>
        <source>The operator wants to be sure that it is you: confirm in the browser that opens now.</source>
        <translation>El operador quiere estar seguro de que es usted: confírmelo en el navegador que se abre ahora.</translation>
    </message>
    <message>
        <source>Destroyed: %1</source>
        <translation>Destruido: %1</translation>
    </message>
    <message>
        <source>here &quot;%1&quot;, at the operator &quot;%2&quot;</source>
        <translation>aquí «%1», en el operador «%2»</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>Nothing is left to send.</source>
        <translation>No queda nada por enviar.</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>Se deshizo: %1</translation>
    </message>
    <message>
        <source>Move a document or folder to the trash.</source>
        <translation>Manda un documento o carpeta a la papelera.</translation>
    </message>
    <message>
        <source>Take a document or folder out of the trash.</source>
        <translation>Saca un documento o carpeta de la papelera.</translation>
    </message>
    <message>
        <source>The ids of what lies there: ls --trash</source>
        <translation>Los identificadores de lo que hay allí: ls --trash</translation>
    </message>
    <message>
        <source>Destroy what lies in the trash, here and at the operator.</source>
        <translation>Destruye lo que está en la papelera, aquí y en el operador.</translation>
    </message>
    <message>
        <source>It cannot be undone, so it is asked before; --yes answers. The operator may want a new login in the browser.</source>
        <translation>No se puede deshacer, así que se pregunta antes; --yes responde. El operador puede pedir un nuevo ingreso en el navegador.</translation>
    </message>
    <message>
        <source>List what a document was before.</source>
        <translation>Muestra lo que un documento fue antes.</translation>
    </message>
    <message>
        <source>get --version brings one of them.</source>
        <translation>get --version trae una de ellas.</translation>
    </message>
    <message>
        <source>List what was changed here and elsewhere at once.</source>
        <translation>Muestra lo que se cambió aquí y en otra parte a la vez.</translation>
    </message>
    <message>
        <source>Say which of two changes holds.</source>
        <translation>Dice cuál de dos cambios vale.</translation>
    </message>
    <message>
        <source>both     as it stands: what the operator has is shown, yours is kept beside it
mine     yours is asked of the operator again
theirs   what the operator has stays
Every content stays in the history. ID: of the conflict, or of the document.</source>
        <translation>both     como está: se muestra lo que tiene el operador y lo suyo se guarda al lado
mine     lo suyo se le pide otra vez al operador
theirs   queda lo que tiene el operador
Todo contenido queda en el historial. ID: del conflicto o del documento.</translation>
    </message>
    <message>
        <source>Try again now what stopped, and say what is left.</source>
        <translation>Intenta ahora otra vez lo que se detuvo y dice qué queda.</translation>
    </message>
    <message>
        <source>Take back the changes of a document or folder that have not reached the operator.</source>
        <translation>Deshace los cambios de un documento o carpeta que no han llegado al operador.</translation>
    </message>
    <message>
        <source>Keep a folder or document on this computer, or free its room here.</source>
        <translation>Guarda una carpeta o documento en este equipo, o libera aquí su espacio.</translation>
    </message>
    <message>
        <source>on    brought here, with what comes into the folder later
off   only brought when it is opened; what the operator does not have is never removed</source>
        <translation>on    se trae aquí, con lo que llegue después a la carpeta
off   solo se trae al abrirlo; lo que el operador no tiene nunca se quita</translation>
    </message>
    <message>
        <source>Write a sheet for whoever helps: versions, counts, codes; no names and no documents.</source>
        <translation>Escribe una hoja para quien ayuda: versiones, cuentas y códigos; sin nombres y sin documentos.</translation>
    </message>
    <message>
        <source>The card is slow. Still waiting for it…</source>
        <translation>La tarjeta está lenta. Se sigue esperando…</translation>
    </message>
    <message>
        <source>Sign with which one? Number: </source>
        <translation>¿Con cuál firma? Número: </translation>
    </message>
    <message>
        <source>Type the PIN on the reader.</source>
        <translation>Escriba el PIN en el lector.</translation>
    </message>
    <message>
        <source>Changed here and elsewhere: %1. See them with: carriel-cli conflicts</source>
        <translation>Con cambios aquí y en otra parte: %1. Véalos con: carriel-cli conflicts</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of yours are only on this computer. Your operator gets them once you log in again.</source>
        <translation>
            <numerusform>%n cambio suyo está solo en este equipo. Su operador lo recibe cuando usted vuelva a ingresar.</numerusform>
            <numerusform>%n cambios suyos están solo en este equipo. Su operador los recibe cuando usted vuelva a ingresar.</numerusform>
        </translation>
    </message>
    <message>
        <source>From here that window cannot be reached: it belongs to another session of this computer.</source>
        <translation>Desde aquí no se llega a esa ventana: es de otra sesión de este equipo.</translation>
    </message>
    <message>
        <source>(this computer)</source>
        <translation>(este equipo)</translation>
    </message>
    <message>
        <source>(removed on %1)</source>
        <translation>(retirado el %1)</translation>
    </message>
    <message>
        <source>Removed. It gets nothing new; what it holds stays on it.</source>
        <translation>Retirado. No recibe nada nuevo; lo que tiene se queda en él.</translation>
    </message>
    <message>
        <source>The first time, a vault is made on this computer and its recovery code is printed once: write it down.
If you have no folder at the operator yet, you are asked to accept its terms;
--accept-terms accepts them without asking. The first time, --operator names the operator,
and --computer says what this computer is called in the list of your computers.</source>
        <translation>La primera vez se crea en este equipo el lugar de sus documentos y se muestra una vez su código de recuperación: anótelo.
Si aún no tiene carpeta en el operador, se le pregunta si acepta sus condiciones;
--accept-terms las acepta sin preguntar. La primera vez, --operator dice cuál es el operador,
y --computer cómo se llama este equipo en la lista de sus computadores.</translation>
    </message>
    <message>
        <source>A removed one keeps what it holds, gets nothing new, and its login ends. The operator may want a new login in the
browser for it.</source>
        <translation>El que se retira conserva lo que tiene, no recibe nada nuevo y su ingreso termina. El operador puede pedir que
usted ingrese otra vez en el navegador.</translation>
    </message>
    <message>
        <source>You have this very document already: &quot;%1&quot;. It was kept a second time as &quot;%2&quot;.</source>
        <translation>Usted ya tiene este mismo documento: «%1». Se guardó otra vez como «%2».</translation>
    </message>
    <message>
        <source>The file with the keys of your documents was missing or damaged. It was written anew from its copy; nothing was lost.</source>
        <translation>El archivo con las llaves de sus documentos faltaba o estaba dañado. Se escribió de nuevo desde su copia; nada se perdió.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are left to send.</source>
        <translation>
            <numerusform>Queda %n cambio por enviar.</numerusform>
            <numerusform>Quedan %n cambios por enviar.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to decide.</source>
        <translation>No hay nada que decidir.</translation>
    </message>
    <message>
        <source>Your operator has not answered for a while; it is still waited for. Ctrl+C ends this, and nothing is lost.</source>
        <translation>Su operador no responde desde hace un rato; se lo sigue esperando. Ctrl+C termina esto y nada se pierde.</translation>
    </message>
    <message>
        <source>Log in at the signing service in your browser.</source>
        <translation>Ingrese al servicio de firma en su navegador.</translation>
    </message>
    <message>
        <source>%1. %2, issued by %3, until %4
   %5
</source>
        <translation>%1. %2, expedido por %3, hasta %4
   %5
</translation>
    </message>
    <message>
        <source>The service asks you in the browser before it signs.</source>
        <translation>El servicio le pregunta en el navegador antes de firmar.</translation>
    </message>
    <message>
        <source>was in: %1</source>
        <translation>estaba en: %1</translation>
    </message>
    <message>
        <source>deleted for ever: %1</source>
        <translation>se elimina para siempre: %1</translation>
    </message>
    <message>
        <source>deleted only by you</source>
        <translation>solo la elimina usted</translation>
    </message>
    <message>
        <source>A change of yours waits until the operator is sure that it is you: confirm in the browser that opens now.</source>
        <translation>Un cambio suyo espera a que el operador esté seguro de que es usted: confírmelo en el navegador que se abre ahora.</translation>
    </message>
    <message>
        <source>It has no signature: what it gets is a timestamp, which says when it existed and not who signed.</source>
        <translation>No tiene firmas: lo que recibe es una estampa, que dice cuándo existía y no quién firmó.</translation>
    </message>
    <message>
        <source>Another computer removed %1 of %2 documents and folders. What is here stays until you answer: removals accept|undo</source>
        <translation>Otro equipo quitó %1 de %2 documentos y carpetas. Lo que está aquí se queda hasta que usted responda: removals accept|undo</translation>
    </message>
    <message numerus="yes">
        <source>Another computer removed %n document(s) or folder(s) at once. They stay here until you answer: carriel-cli removals</source>
        <translation>
            <numerusform>Otro equipo quitó de una vez %n documento o carpeta. Aquí se queda hasta que usted responda: carriel-cli removals</numerusform>
            <numerusform>Otro equipo quitó de una vez %n documentos o carpetas. Aquí se quedan hasta que usted responda: carriel-cli removals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) or folder(s) are removed here, too.</source>
        <translation>
            <numerusform>%n documento o carpeta se quitó también aquí.</numerusform>
            <numerusform>%n documentos o carpetas se quitaron también aquí.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) or folder(s) stay here and come back to your other computers.</source>
        <translation>
            <numerusform>%n documento o carpeta se queda aquí y vuelve a sus otros equipos.</numerusform>
            <numerusform>%n documentos o carpetas se quedan aquí y vuelven a sus otros equipos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be brought back: their content is not on this computer. The question about them stays: removals</source>
        <translation>
            <numerusform>%n no se puede recuperar: su contenido no está en este equipo. La pregunta sobre él sigue abierta: removals</numerusform>
            <numerusform>%n no se pueden recuperar: su contenido no está en este equipo. La pregunta sobre ellos sigue abierta: removals</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing in the damaged file could be read: whether it held documents that were only here cannot be known.</source>
        <translation>No se pudo leer nada del archivo dañado: no se puede saber si tenía documentos que solo estaban aquí.</translation>
    </message>
    <message>
        <source>Give documents of the folder to an entity that asks for them.</source>
        <translation>Aporta documentos de la carpeta a una entidad que los pide.</translation>
    </message>
    <message>
        <source>This one serves for &quot;%1&quot;: %2</source>
        <translation>Este sirve para «%1»: %2</translation>
    </message>
    <message>
        <source>Asked by: %1 (%2), proven by its signature</source>
        <translation>Lo pide: %1 (%2), comprobado por su firma</translation>
    </message>
    <message>
        <source>For the case %1 of %2</source>
        <translation>Para el expediente %1 de %2</translation>
    </message>
    <message>
        <source>The request does not say that it is for you: make sure that you began this procedure yourself.</source>
        <translation>La solicitud no dice que sea para usted: asegúrese de que usted mismo comenzó este trámite.</translation>
    </message>
    <message>
        <source>Kept: %1</source>
        <translation>Se conserva: %1</translation>
    </message>
    <message>
        <source>It is stored and will be sent when there is a network: %1</source>
        <translation>Quedó guardado y se enviará cuando haya red: %1</translation>
    </message>
    <message>
        <source>Your operator has it and hands it over: %1</source>
        <translation>Su operador lo tiene y lo entrega: %1</translation>
    </message>
    <message>
        <source>It was opened already, on %1. Reading it here has no further effect.</source>
        <translation>Ya se había abierto, el %1. Leerla aquí no tiene más efecto.</translation>
    </message>
    <message>
        <source>Say what was done with the folder; check that nobody changed the record of it; write it as files.</source>
        <translation>Decir qué se hizo con la carpeta; comprobar que nadie cambió ese registro; escribirlo en archivos.</translation>
    </message>
    <message>
        <source>Count what was done with the folder, month by month.</source>
        <translation>Contar lo que se hizo con la carpeta, mes por mes.</translation>
    </message>
    <message>
        <source>Nothing was changed in %1 entries.</source>
        <translation>Nada se cambió en %1 anotaciones.</translation>
    </message>
    <message>
        <source>%1 of them are not anchored yet: the operator has not signed what comes behind the others, so their end could be cut.</source>
        <translation>%1 de ellas aún no están ancladas: el operador no ha firmado lo que va detrás de las demás, así que podría faltar el final.</translation>
    </message>
    <message>
        <source>only informs</source>
        <translation>solo informa</translation>
    </message>
    <message>
        <source>agreed to</source>
        <translation>aceptado</translation>
    </message>
    <message>
        <source>not agreed to</source>
        <translation>sin aceptar</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>vigente</translation>
    </message>
    <message>
        <source>withdrawn on %1</source>
        <translation>retirada el %1</translation>
    </message>
    <message>
        <source>not in force any more</source>
        <translation>ya no rige</translation>
    </message>
    <message>
        <source>given on %1</source>
        <translation>dada el %1</translation>
    </message>
    <message>
        <source>It is sealed: its documents are written once it is opened.</source>
        <translation>Está sellada: sus documentos se escriben cuando se abra.</translation>
    </message>
    <message>
        <source>Left out, because it only points elsewhere: %1</source>
        <translation>Queda fuera, porque solo señala otro sitio: %1</translation>
    </message>
    <message>
        <source>Withdraw that agreement. It asks before; what was sent before stays.</source>
        <translation>Retira esa aceptación. Pregunta antes; lo enviado antes permanece.</translation>
    </message>
    <message>
        <source>%1 (%2) may not notify you electronically in this procedure any more: it will use paper or the other means of the law. What it sent before stays, and so do the terms that run. Go on? [y/N] </source>
        <translation>%1 (%2) ya no podrá notificarle electrónicamente en este trámite: usará papel o los otros medios de la ley. Lo que envió antes permanece, y también los términos que corren. ¿Seguir? [s/N] </translation>
    </message>
    <message>
        <source>At level t nobody was asked whether the certificate is revoked; lt and lta ask.</source>
        <translation>Con el nivel t no se preguntó a nadie si el certificado está revocado; lt y lta preguntan.</translation>
    </message>
    <message>
        <source>List the computers that may use the folder, remove one, or say that a new one is yours.</source>
        <translation>Muestra los computadores que pueden usar la carpeta, retira uno, o dice que uno nuevo es suyo.</translation>
    </message>
    <message>
        <source>A new computer uses your folder: %1, since %2.</source>
        <translation>Un equipo nuevo usa su carpeta: %1, desde el %2.</translation>
    </message>
    <message>
        <source>It was not you: carriel-cli devices remove %1</source>
        <translation>No fue usted: carriel-cli devices remove %1</translation>
    </message>
    <message>
        <source>It was you: carriel-cli devices mine %1</source>
        <translation>Fue usted: carriel-cli devices mine %1</translation>
    </message>
    <message>
        <source>Noted: that computer is yours.</source>
        <translation>Anotado: ese equipo es suyo.</translation>
    </message>
    <message>
        <source>--wait   how long an operator is waited for that says nothing: 60 seconds if not said, 10 at the least.
What was not sent waits for another sync.</source>
        <translation>--wait   cuánto se espera a un operador que no dice nada: 60 segundos si no se indica, 10 como mínimo.
Lo que no se envió espera a otro sync.</translation>
    </message>
    <message>
        <source>What your operator has comes back once you log in. Which one it is could not be read: carriel-cli --operator https://… login, with --ca if it had a certificate of its own. Then: carriel-cli sync</source>
        <translation>Lo que tiene su operador vuelve cuando usted ingrese. Cuál es no se pudo leer: carriel-cli --operator https://… login, con --ca si tenía un certificado propio. Después: carriel-cli sync</translation>
    </message>
    <message>
        <source>Nothing of it waited here: there was nothing to take back.</source>
        <translation>Nada de esto esperaba aquí: no había nada que deshacer.</translation>
    </message>
    <message>
        <source>The record was changed: %1.</source>
        <translation>El registro fue cambiado: %1.</translation>
    </message>
    <message>
        <source>Filing number: %1</source>
        <translation>Radicado: %1</translation>
    </message>
    <message>
        <source>What anchors it rests on a key that nobody here vouches for. Name the operator&apos;s with --trust: %1</source>
        <translation>Lo que lo ancla descansa en una llave por la que nadie aquí responde. Diga la del operador con --trust: %1</translation>
    </message>
    <message>
        <source>There is nothing to decide about “%1”.</source>
        <translation>No hay nada que decidir sobre «%1».</translation>
    </message>
    <message>
        <source>It was unlocked already: no passphrase was tried.</source>
        <translation>Ya estaba desbloqueada: no se probó ninguna frase de paso.</translation>
    </message>
    <message>
        <source>There is no entry in it.</source>
        <translation>No hay ninguna anotación.</translation>
    </message>
    <message>
        <source>Not here: the %1. Your operator signed %2 entries of it.</source>
        <translation>Aquí no está el %1. Su operador firmó %2 anotaciones de él.</translation>
    </message>
    <message>
        <source>No computer that the operator knows signed these files, so nobody can tell whether their end, or a whole record, was taken away.</source>
        <translation>Ningún equipo que el operador conozca firmó estos archivos: nadie puede saber si les quitaron el final o un registro entero.</translation>
    </message>
    <message>
        <source>Your operator says that it has %1 more entries, which are not here yet: synchronise.</source>
        <translation>Su operador dice que tiene %1 anotaciones más, que aún no están aquí: sincronice.</translation>
    </message>
    <message>
        <source>It can be answered until %1</source>
        <translation>Se puede responder hasta el %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stays on this computer and is not sent. &quot;retry&quot; sends it.</source>
        <translation>«%1» se queda en este equipo y no se envía. «retry» lo envía.</translation>
    </message>
    <message>
        <source>List what is on its way, or stop it, let it go on, give it up, or send it first.</source>
        <translation>Lista lo que está en camino, o lo pausa, lo deja seguir, lo cancela o lo envía primero.</translation>
    </message>
    <message>
        <source>cancel   of what goes up: it stays on this computer and is not sent until &quot;retry&quot;; of what comes down: it
         comes when it is opened</source>
        <translation>cancel   de lo que sube: se queda en este equipo y no se envía hasta «retry»; de lo que baja: llega cuando se
         abra</translation>
    </message>
    <message>
        <source>What changes the folder is done on this computer at once, and then sent. Where the operator does not answer for a few
seconds, or with --offline, it is sent with a later sync.</source>
        <translation>Lo que cambia la carpeta se hace enseguida en este equipo y después se envía. Si el operador no responde en unos
segundos, o con --offline, se envía con una sincronización posterior.</translation>
    </message>
    <message>
        <source>It is done on this computer. Your operator does not answer just now; it is sent with the next sync.</source>
        <translation>Quedó hecho en este equipo. Su operador no responde en este momento; se envía con la próxima sincronización.</translation>
    </message>
    <message>
        <source>Yours: %1, %2</source>
        <translation>Lo suyo: %1, %2</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>este equipo</translation>
    </message>
    <message>
        <source>Recovery code: </source>
        <translation>Código de recuperación: </translation>
    </message>
    <message>
        <source>The recovery code is right. New passphrase (Enter: leave it as it is): </source>
        <translation>El código de recuperación es correcto. Frase de paso nueva (Intro: dejarla como está): </translation>
    </message>
    <message>
        <source>From now on your documents open with the new passphrase. The recovery code goes on being the same.</source>
        <translation>De ahora en adelante sus documentos se abren con la frase nueva. El código de recuperación sigue siendo el mismo.</translation>
    </message>
    <message>
        <source>The recovery code opens the vault. The passphrase stays as it was.</source>
        <translation>El código de recuperación abre sus documentos. La frase de paso sigue como estaba.</translation>
    </message>
    <message>
        <source>If you forgot it, the recovery code opens them: carriel-cli unlock --recovery</source>
        <translation>Si la olvidó, el código de recuperación los abre: carriel-cli unlock --recovery</translation>
    </message>
    <message>
        <source>Options, before or after the command:
  --profile DIR     the folder on this computer that holds the vault
  --operator URL    the operator, at the first login
  --ca FILE         certificates (PEM) to trust besides the system&apos;s, at the first login
  --browser &quot;CMD&quot;   opens login pages; gets the address as its last argument
  --lang es|en      the language of the messages
  --json            answers and errors as JSON
  --help, --version

CARRIEL_PASSPHRASE gives the passphrase where there is no key store. Forgotten: unlock --recovery
Exit: 0 done, 1 failed, 2 cannot be told, 3 nothing there, 4 authentication needed, 64 usage.
While the window has the same profile open, the command runs there.
</source>
        <translation>Opciones, antes o después del comando:
  --profile DIR     la carpeta de este equipo donde está la bóveda
  --operator URL    el operador, en el primer ingreso
  --ca FILE         certificados (PEM) en los que confiar además de los del sistema, en el primer ingreso
  --browser &quot;CMD&quot;   abre las páginas de ingreso; recibe la dirección como último argumento
  --lang es|en      el idioma de los mensajes
  --json            respuestas y errores en JSON
  --help, --version

CARRIEL_PASSPHRASE da la frase de paso donde no hay llavero. Olvidada: unlock --recovery
Salida: 0 hecho, 1 falló, 2 no se puede saber, 3 no hay nada, 4 hay que ingresar, 64 mal escrito.
Mientras la ventana tenga abierto el mismo perfil, el comando se ejecuta allí.
</translation>
    </message>
    <message>
        <source>Without a window it only proves that the vault can be opened.
--recovery   with the recovery code, if the passphrase was forgotten; then a new passphrase is asked for.
             Where nobody can be asked: CARRIEL_RECOVERY_CODE, and CARRIEL_PASSPHRASE for the new one</source>
        <translation>Sin una ventana solo comprueba que la bóveda se puede abrir.
--recovery   con el código de recuperación, si se olvidó la frase de paso; después se pide una frase nueva.
             Donde no se le puede preguntar a nadie: CARRIEL_RECOVERY_CODE, y CARRIEL_PASSPHRASE para la nueva</translation>
    </message>
    <message>
        <source>%1 (in the trash, or gone)</source>
        <translation>%1 (en la papelera, o ya no está)</translation>
    </message>
    <message>
        <source>Nothing speaks against the evidence, but it does not prove everything.</source>
        <translation>Nada habla en contra de la evidencia, pero no lo prueba todo.</translation>
    </message>
    <message>
        <source>%1 (Informative: the date that holds is the one that the entity certifies.)</source>
        <translation>%1 (Dato informativo: la fecha que vale es la que certifica la entidad.)</translation>
    </message>
    <message>
        <source>It is still sealed; nothing was opened.</source>
        <translation>Sigue sellada; no se abrió nada.</translation>
    </message>
    <message>
        <source>--trust   the operator&apos;s key (JWK or PEM) or certificates of time-stamping authorities that you trust; as often as needed
keys      the keys of whoever says which key is whose, as this folder met them first
--forget  believes them no more: what the operator shows next is believed as the first was. Ask your operator before
Exit of verify: 0 it holds, 1 it does not, 2 it rests on a key that nobody here vouches for, or something that proves it is missing.</source>
        <translation>--trust   la llave del operador (JWK o PEM) o certificados de autoridades de estampado en que usted confía; tantas veces como haga falta
keys      las llaves de quien dice de quién es cada llave, como esta carpeta las conoció por primera vez
--forget  deja de confiar en ellas: lo que el operador muestre después se cree como se creyó lo primero. Pregunte antes a su operador
Salida de verify: 0 se sostiene, 1 no, 2 se apoya en una llave por la que nadie responde aquí, o le falta algo que la prueba.</translation>
    </message>
    <message>
        <source>Your operator holds these documents in clear: this is not end to end. Whoever has opened a document keeps it.</source>
        <translation>Su operador guarda estos documentos en claro: esto no es de extremo a extremo. Quien ya abrió un documento lo conserva.</translation>
    </message>
    <message>
        <source>Shared until %1: %2</source>
        <translation>Compartido hasta %1: %2</translation>
    </message>
    <message>
        <source>Code, for one use; give it by another way: %1</source>
        <translation>Código, sirve una sola vez; entréguelo por otro medio: %1</translation>
    </message>
    <message>
        <source>It is shared no longer: %1</source>
        <translation>Ya no se comparte: %1</translation>
    </message>
    <message>
        <source>Declined: %1</source>
        <translation>Rechazado: %1</translation>
    </message>
    <message>
        <source>Accepted; the copies are yours: %1</source>
        <translation>Aceptado; las copias son suyas: %1</translation>
    </message>
    <message>
        <source>Whoever knows your number can share with you.</source>
        <translation>Quien sepa su número puede compartirle documentos.</translation>
    </message>
    <message>
        <source>Nobody can share with you: your number is not found.</source>
        <translation>Nadie puede compartirle documentos: su número no aparece.</translation>
    </message>
    <message>
        <source>Let somebody read documents for a time, and read what others share with you.</source>
        <translation>Deja que alguien lea documentos por un tiempo, y muestra lo que otros le comparten.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 y %n más</numerusform>
            <numerusform>%1 y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>… and %1 more: any document that you name with --with.</source>
        <translation>… y %1 más: cualquier documento que usted nombre con --with.</translation>
    </message>
    <message>
        <source>REQUEST   the link of the entity&apos;s page (carpeta://… or https://…), the file that it gave, or the number of
          a request of the catalogue
--with    a document, by path or id; without it, the only one that serves
--again   also when you answered this request before, if it takes several answers
--case-of-another   also when its case is of somebody of another name
Without --yes it only says who asks, what for, what exactly would be given and how long it is kept.</source>
        <translation>SOLICITUD  el enlace de la página de la entidad (carpeta://… o https://…), el archivo que ella dio, o el número
           de una solicitud del catálogo
--with     un documento, por ruta o id; sin esto, el único que sirve
--again   también cuando usted ya respondió esta solicitud, si recibe varias respuestas
--case-of-another   también cuando el trámite es de alguien con otro nombre
Sin --yes solo dice quién pide, para qué, qué se entregaría exactamente y cuánto tiempo se conserva.</translation>
    </message>
    <message>
        <source>List what was given to entities, with filing numbers, or what entities ask of everybody; cancel what was not sent yet.</source>
        <translation>Lista lo que se aportó a las entidades, con los radicados, o lo que las entidades piden a todos; cancela lo que aún no se ha enviado.</translation>
    </message>
    <message>
        <source>(in the trash or deleted: it is not given)</source>
        <translation>(en la papelera o eliminado: no se entrega)</translation>
    </message>
    <message>
        <source>%1  read by %2: %3</source>
        <translation>%1  lo leyó %2: %3</translation>
    </message>
    <message>
        <source>This does not hold: %1</source>
        <translation>Esto no se sostiene: %1</translation>
    </message>
    <message>
        <source>All of one, with who read what: carriel-cli share show ID</source>
        <translation>Todo de uno, con quién leyó qué: carriel-cli share show ID</translation>
    </message>
    <message>
        <source>whoever has the link and its code</source>
        <translation>quien tenga el enlace y su código</translation>
    </message>
    <message>
        <source>%1 (your operator was not reached: whose number it is was not seen)</source>
        <translation>%1 (no se alcanzó a su operador: no se vio de quién es ese número)</translation>
    </message>
    <message>
        <source>To read it: %1</source>
        <translation>Podrá leer: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s), until %1:</source>
        <translation>
            <numerusform>%n documento, hasta el %1:</numerusform>
            <numerusform>%n documentos, hasta el %1:</numerusform>
        </translation>
    </message>
    <message>
        <source>The link is made when it is sent; then see it with: carriel-cli share show %1</source>
        <translation>El enlace se hace al enviarlo; véalo entonces con: carriel-cli share show %1</translation>
    </message>
    <message>
        <source>See with: carriel-cli %1</source>
        <translation>Véalo con: carriel-cli %1</translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) about what is shared wait to be sent.</source>
        <translation>
            <numerusform>%n decisión sobre lo compartido espera para enviarse.</numerusform>
            <numerusform>%n decisiones sobre lo compartido esperan para enviarse.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n share(s) came back: nothing was shared.</source>
        <translation>
            <numerusform>%n documento o carpeta por compartir volvió a usted: no se compartió nada.</numerusform>
            <numerusform>%n envíos por compartir volvieron a usted: no se compartió nada.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contribution(s) to entities wait to be sent.</source>
        <translation>
            <numerusform>%n aporte a una entidad espera para enviarse.</numerusform>
            <numerusform>%n aportes a entidades esperan para enviarse.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contribution(s) came back: nothing was given.</source>
        <translation>
            <numerusform>%n aporte volvió a usted: no se entregó nada.</numerusform>
            <numerusform>%n aportes volvieron a usted: no se entregó nada.</numerusform>
        </translation>
    </message>
    <message>
        <source>What for: %1</source>
        <translation>Para qué: %1</translation>
    </message>
    <message>
        <source>--to PATH   the folder that receives them; it is made if it is not there
--as ID     one file: as the new version of this document; what it was stays in its history
--recursive a folder of this computer with all that is in it
--sealed    encrypt them on this computer first: the operator cannot read, search or show them to
            anybody; without your computers they are lost
--offline   only store them here; a later sync sends them
Ends with 0 once the operator has them (with --offline: once they are stored here).</source>
        <translation>--to RUTA   la carpeta que los recibe; se crea si no existe
--as ID     un solo archivo: como versión nueva de este documento; lo que era queda en su historia
--recursive una carpeta de este equipo con todo lo que contiene
--sealed    cifrarlos antes en este computador: el operador no puede leerlos, buscar en ellos ni
            mostrárselos a nadie; sin sus computadores se pierden
--offline   solo se guardan aquí; una sincronización posterior los envía
Termina con 0 cuando el operador los tiene (con --offline: cuando quedan guardados aquí).</translation>
    </message>
    <message>
        <source>Sealed documents open on this computer.</source>
        <translation>Los documentos sellados se abren en este computador.</translation>
    </message>
    <message>
        <source>This computer waits for your permission on your other computer: carriel-cli keys pair</source>
        <translation>Este computador está esperando permiso de su otro computador: carriel-cli keys pair</translation>
    </message>
    <message>
        <source>Your operator names other keys than those that this computer has. Nothing new is sealed. Ask your operator.</source>
        <translation>Su operador nombra otras llaves que las de este computador. No se sella nada nuevo. Pregúntele a su operador.</translation>
    </message>
    <message>
        <source>Your operator keeps no keys for several computers: what is sealed opens only where it was sealed.</source>
        <translation>Su operador no guarda llaves para varios computadores: lo sellado solo se abre donde se selló.</translation>
    </message>
    <message>
        <source>Waiting for the other computer: carriel-cli keys pair</source>
        <translation>Esperando al otro computador: carriel-cli keys pair</translation>
    </message>
    <message>
        <source>Does the other computer show the same six digits? (yes/no) </source>
        <translation>¿El otro computador muestra los mismos seis dígitos? (sí/no) </translation>
    </message>
    <message>
        <source>That computer opens your sealed documents now.</source>
        <translation>Ese computador ya abre sus documentos sellados.</translation>
    </message>
    <message>
        <source>On your other computer: carriel-cli keys allow %1</source>
        <translation>En su otro computador: carriel-cli keys allow %1</translation>
    </message>
    <message>
        <source>Both computers must show: %1</source>
        <translation>Los dos computadores deben mostrar: %1</translation>
    </message>
    <message>
        <source>Recovery code of another of your computers: </source>
        <translation>Código de recuperación de otro de sus computadores: </translation>
    </message>
    <message>
        <source>Say whether sealed documents open on this computer, or let another of yours open them.</source>
        <translation>Dice si los documentos sellados se abren en este computador, o autoriza otro suyo para abrirlos.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>It was not paused.</source>
        <translation>No estaba en pausa.</translation>
    </message>
    <message>
        <source>Nothing else waits: it goes first as it is.</source>
        <translation>Nada más espera: ya es la primera.</translation>
    </message>
    <message numerus="yes">
        <source>The words of %n document(s) are being read, so that they can be found…</source>
        <translation>
            <numerusform>Se lee el texto de %n documento, para poder buscar en él…</numerusform>
            <numerusform>Se lee el texto de %n documentos, para poder buscar en ellos…</numerusform>
        </translation>
    </message>
    <message>
        <source>An order is kept only while the window is open: the next sync sends all in the order in which it was added.</source>
        <translation>El orden solo se conserva mientras la ventana está abierta: el próximo sync envía todo en el orden en que se agregó.</translation>
    </message>
    <message>
        <source>All transfers are paused, so nothing moves yet. Resume them with: carriel-cli transfers resume all</source>
        <translation>Todas las transferencias están en pausa, así que nada se mueve todavía. Reanúdelas con: carriel-cli transfers resume all</translation>
    </message>
    <message>
        <source>--ids   with the id of each, which other commands take; --json always has it</source>
        <translation>--ids   con el identificador de cada uno, que piden otras órdenes; --json siempre lo trae</translation>
    </message>
    <message>
        <source>Too easy to guess: at least %1 letters, %2 of them different. Four or more words are best. Again.</source>
        <translation>Demasiado fácil de adivinar: por lo menos %1 letras, %2 de ellas distintas. Lo mejor son cuatro o más palabras. Otra vez.</translation>
    </message>
    <message>
        <source>--ids     with the id of each, which other commands take; --json always has it
--trash   list what lies in the trash, with its ids</source>
        <translation>--ids     con el identificador de cada uno, que piden otras órdenes; --json siempre lo trae
--trash   lista lo que hay en la papelera, con sus identificadores</translation>
    </message>
    <message>
        <source>It tells up to record %1, of %2, and nothing of what came after.</source>
        <translation>Cuenta hasta el registro %1, del %2, y nada de lo que pasó después.</translation>
    </message>
    <message>
        <source>If you open it today, by the general rule the last day to answer is %1; the act may set an earlier one (informative).</source>
        <translation>Si la abre hoy, por regla general el último día para responder es el %1; el acto puede fijar uno anterior (informativo).</translation>
    </message>
    <message>
        <source>Nothing speaks against the evidence, but its time stamps are by an authority that nobody here vouches for. Name the one that issued its certificate with --trust.</source>
        <translation>Nada habla en contra de la evidencia, pero sus estampas de tiempo son de una autoridad por la que nadie responde aquí. Indique con --trust la que le expidió el certificado.</translation>
    </message>
    <message>
        <source>It was opened on another computer and not read here, so its content is not in the file, and the file does not prove everything. Read it here (open %1) and export it again.</source>
        <translation>Se abrió en otro equipo y no se ha leído aquí: el archivo no trae su contenido y no lo prueba todo. Léala aquí (open %1) y expórtela de nuevo.</translation>
    </message>
    <message>
        <source>Signed by %1.</source>
        <translation>Firmado por %1.</translation>
    </message>
    <message>
        <source>The signature carries the name %1, but it does not hold: do not rely on it.</source>
        <translation>La firma lleva el nombre %1, pero no se sostiene: no se fíe de él.</translation>
    </message>
    <message>
        <source>The certificate says %1; that could not be confirmed.</source>
        <translation>El certificado dice %1; no se pudo confirmar.</translation>
    </message>
    <message>
        <source>Another of your computers made a new key without the one of this computer. If that was you, let it have the new one: carriel-cli keys pair. If it was not you, somebody who can log in as you did it.</source>
        <translation>Otro de sus computadores hizo una llave nueva sin la de este. Si fue usted, pídale la nueva: carriel-cli keys pair. Si no fue usted, lo hizo alguien que puede ingresar a su nombre.</translation>
    </message>
    <message>
        <source>pair         on the new computer: both show six digits, which you compare
allow ID     on a computer that has your key: lets the new one (its id: devices) open what is sealed
recover      with the recovery code of another of your computers
reset        a new key, when no computer and no code is left that has the old one: what was
             sealed until now stays closed</source>
        <translation>pair         en el computador nuevo: los dos muestran seis dígitos, que usted compara
allow ID     en un computador que tiene su llave: el nuevo (su id: devices) podrá abrir lo sellado
recover      con el código de recuperación de otro de sus computadores
reset        una llave nueva, cuando ya no queda ningún computador ni código que tenga la anterior:
             lo sellado hasta ahora queda cerrado</translation>
    </message>
    <message>
        <source>What was sealed until now stays closed on this computer, and nobody can open it without one that has the old key. A new key is for what is sealed from now on. Go on? [y/N] </source>
        <translation>Lo sellado hasta ahora queda cerrado en este computador, y nadie puede abrirlo sin uno que tenga la llave anterior. La llave nueva es para lo que se selle de ahora en adelante. ¿Seguir? [s/N] </translation>
    </message>
    <message>
        <source>Prints the code that opens it. Tell it by another way than the file goes: who has both can read all of it,
for ever. The file does not prove whom it is from.</source>
        <translation>Imprime el código que lo abre. Entréguelo por un medio distinto al del archivo: quien tiene los dos puede leerlo todo,
para siempre. El archivo no prueba de quién viene.</translation>
    </message>
    <message>
        <source>%1
Code: %2
Tell it by another way than the file goes.</source>
        <translation>%1
Código: %2
Entréguelo por un medio distinto al del archivo.</translation>
    </message>
    <message>
        <source>Write what is in such a file into a folder of this computer. Asks for its code.</source>
        <translation>Escribe en una carpeta de este equipo lo que hay en un archivo de esos. Pide su código.</translation>
    </message>
    <message>
        <source>Put documents, sealed ones too, into one file for somebody else, encrypted. No operator has a part in it.</source>
        <translation>Pone documentos, también sellados, en un solo archivo cifrado para otra persona. Ningún operador interviene.</translation>
    </message>
    <message>
        <source>Code of this file: </source>
        <translation>Código de este archivo: </translation>
    </message>
    <message>
        <source>%1: nobody said whether the certificate of %2 was revoked, so that signature is left without its proofs.</source>
        <translation>%1: nadie dijo si el certificado de %2 fue revocado; esa firma queda sin sus pruebas.</translation>
    </message>
    <message>
        <source>%1 was irregular and was written anew before it was signed. The original is as it was.</source>
        <translation>%1 era irregular y se escribió de nuevo antes de firmarlo. El original quedó como estaba.</translation>
    </message>
    <message>
        <source>End to end: your operator cannot open it.</source>
        <translation>De extremo a extremo: su operador no lo puede abrir.</translation>
    </message>
    <message>
        <source>End to end: your operator passes on what it cannot open, and is not told what these documents are nor what for. Whoever has opened a document keeps it.</source>
        <translation>De extremo a extremo: su operador entrega lo que no puede abrir, y no se le dice qué documentos son ni para qué. Quien ya abrió un documento lo conserva.</translation>
    </message>
    <message>
        <source>Sealed documents are shared with this key: %1</source>
        <translation>Los documentos sellados se comparten con esta llave: %1</translation>
    </message>
    <message>
        <source>Who looks for your number sees a key that your identity provider says is yours.</source>
        <translation>Quien busque su número ve una llave que su proveedor de identidad dice que es suya.</translation>
    </message>
    <message>
        <source>Code of your key and the other&apos;s; who reads it sees the same: %1</source>
        <translation>Código de su llave y la del otro; quien lee ve el mismo: %1</translation>
    </message>
    <message>
        <source>If both of you read the same code: carriel-cli share compare %1 --yes</source>
        <translation>Si los dos leen el mismo código: carriel-cli share compare %1 --yes</translation>
    </message>
    <message>
        <source>To compare the code: carriel-cli share compare %1</source>
        <translation>Para comparar el código: carriel-cli share compare %1</translation>
    </message>
    <message>
        <source>Code of your key and the other&apos;s; both see the same: %1</source>
        <translation>Código de su llave y la del otro; los dos ven el mismo: %1</translation>
    </message>
    <message>
        <source>Confirm it with: carriel-cli retry. Take it back with: carriel-cli undo %1</source>
        <translation>Para confirmarlo: carriel-cli retry. Para que no se haga: carriel-cli undo %1</translation>
    </message>
    <message>
        <source>Your operator does not answer just now. What follows is how it stood at the last contact.</source>
        <translation>Su operador no responde en este momento. Lo que sigue es como estaba en el último contacto.</translation>
    </message>
    <message>
        <source>It is done on this computer and is sent with the next sync.</source>
        <translation>Quedó hecho en este equipo y se envía con la próxima sincronización.</translation>
    </message>
    <message>
        <source>It is done on this computer and is sent once you log in.</source>
        <translation>Quedó hecho en este equipo y se envía cuando usted inicie sesión.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is here already and was not sent yet: it goes on, and no copy is made.</source>
        <translation>«%1» ya está aquí y aún no se había enviado: sigue su camino, y no se hace otra copia.</translation>
    </message>
    <message>
        <source>Every word after the first is a change.</source>
        <translation>Cada palabra después de la primera es un cambio.</translation>
    </message>
    <message>
        <source>Without --yes-i-understand it only says who sent it, what opening means and what term would run.
--key         signs the receipt with your certificate, where the entity asks for it: in a PKCS#12 file, or on a card
--pin-env VAR its password or PIN is in this variable; else it is asked for
-o DIR        writes its documents there
One that is open already is only shown.</source>
        <translation>Sin --yes-i-understand solo dice quién la envió, qué significa abrirla y qué término correría.
--key         firma el acuse con su certificado, si la entidad lo pide: en un archivo PKCS#12 o en una tarjeta
--pin-env VAR su contraseña o PIN está en esta variable; si no, se pregunta
-o CARPETA    escribe allí sus documentos
Una que ya está abierta solo se muestra.</translation>
    </message>
    <message>
        <source>The receipt is signed as %1.</source>
        <translation>El acuse se firma como %1.</translation>
    </message>
    <message>
        <source>--content    what a detached signature signs; without it the file beside it (carta.txt for carta.txt.p7s)
--trust      certificates of authorities that you trust; none is built in yet
--accredited DIR   the same, and you accept whom its anchors.json calls accredited; it must be signed (anchors.json.p7s)
--list-signer SHA256   the fingerprint of who signed that list, as its publisher gave it to you
--offline    ask nobody whether certificates were revoked
--at TIME    judge as of that moment (2026-01-31T15:00:00Z)
--report     write the result as JSON
--password-env VAR   the password of a protected PDF is in this variable
Exit: 0 valid, 1 invalid, altered or unreadable, 2 cannot be told, 3 no signature, 64 something was not judged
(a file, an authority or the report cannot be read or written).</source>
        <translation>--content    lo que firma una firma separada; sin él, el archivo a su lado (carta.txt para carta.txt.p7s)
--trust      certificados de autoridades en las que usted confía; aún no viene ninguna incluida
--accredited DIR   lo mismo, y usted acepta a quienes su anchors.json llama acreditadas; debe estar firmada (anchors.json.p7s)
--list-signer SHA256   la huella de quien firmó esa lista, como se la dio quien la publica
--offline    no preguntar a nadie si los certificados fueron revocados
--at TIME    juzgar como en ese momento (2026-01-31T15:00:00Z)
--report     escribir el resultado como JSON
--password-env VAR   la contraseña de un PDF protegido está en esta variable
Salida: 0 válida, 1 no válida, alterada o ilegible, 2 no se puede saber, 3 sin firma, 64 algo no se comprobó
(un archivo, una autoridad o el informe no se puede leer o escribir).</translation>
    </message>
    <message>
        <source>It can be opened until %1.</source>
        <translation>Se puede abrir hasta el %1.</translation>
    </message>
    <message>
        <source>it can be opened until %1</source>
        <translation>se puede abrir hasta el %1</translation>
    </message>
    <message>
        <source>Another command of carriel-cli is at work on these documents.</source>
        <translation>Otra orden de carriel-cli está trabajando con estos documentos.</translation>
    </message>
    <message>
        <source>Wait until it ends, or end it with Ctrl+C: what it did not finish goes on with the next &quot;sync&quot;. Transfers can be directed while they run from the window.</source>
        <translation>Espere a que termine, o termínela con Ctrl+C: lo que le falte sigue con el próximo «sync». Mientras corren, las transferencias se pueden dirigir desde la ventana.</translation>
    </message>
    <message>
        <source>Another command of carriel-cli has them open; waiting for it...</source>
        <translation>Otra orden de carriel-cli los tiene abiertos; se espera a que termine…</translation>
    </message>
    <message>
        <source>--code-env VAR   its code is in this variable; without a terminal there is nobody to ask</source>
        <translation>--code-env VAR   su código está en esta variable; sin una terminal no hay a quién preguntarlo</translation>
    </message>
    <message>
        <source>It is stored and not shared yet. Once there is a network it comes back to you with the name of whoever has that number, and is shared only if you say so then: carriel-cli share confirm %1 --yes</source>
        <translation>Quedó guardado y todavía no se comparte. Cuando haya red, vuelve a usted con el nombre de quien tiene ese número, y solo se comparte si usted lo dice entonces: carriel-cli share confirm %1 --yes</translation>
    </message>
    <message>
        <source>Answer yes or no.</source>
        <translation>Responda sí o no.</translation>
    </message>
    <message>
        <source>With the message: %1</source>
        <translation>Con el mensaje: %1</translation>
    </message>
    <message>
        <source>%1 (your operator was not reached: the name is of the last time that you shared with that number)</source>
        <translation>%1 (no se alcanzó a su operador: el nombre es el de la última vez que usted compartió con ese número)</translation>
    </message>
    <message>
        <source>%1  somebody tried a wrong code</source>
        <translation>%1  alguien probó un código equivocado</translation>
    </message>
    <message>
        <source>SHA-256 as sealed: %1</source>
        <translation>SHA-256 de lo sellado: %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was taken as %2. If it is of another kind, write it: CE 123456, NIT 901234567.</source>
        <translation>«%1» se tomó como %2. Si es de otro tipo, escríbalo: CE 123456, NIT 901234567.</translation>
    </message>
    <message>
        <source>(sealed)</source>
        <translation>(sellado)</translation>
    </message>
    <message>
        <source>Your operator does not answer: this is what is known on this computer.</source>
        <translation>Sin respuesta de su operador, que no responde: esto es lo que se sabe en este equipo.</translation>
    </message>
    <message>
        <source>Go back to the entity&apos;s page to finish; without that there is no filing number: %1</source>
        <translation>Vuelva a la página de la entidad para terminar; sin eso no hay número de radicado: %1</translation>
    </message>
    <message>
        <source>, version of %1</source>
        <translation>, versión del %1</translation>
    </message>
    <message>
        <source>in the folder</source>
        <translation>en la carpeta</translation>
    </message>
    <message>
        <source>deleted for ever</source>
        <translation>eliminado para siempre</translation>
    </message>
    <message>
        <source>in the trash</source>
        <translation>en la papelera</translation>
    </message>
    <message>
        <source>Both are the same by now: close it with: carriel-cli resolve %1 theirs</source>
        <translation>Ya son iguales: ciérrelo con: carriel-cli resolve %1 theirs</translation>
    </message>
    <message>
        <source>Nothing is on its way.</source>
        <translation>Nada está en camino.</translation>
    </message>
    <message>
        <source>Your operator lacks nothing that it had.</source>
        <translation>A su operador no le falta nada de lo que tenía.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) or folder(s) are no longer at your operator; they were kept here. See them with: carriel-cli missing</source>
        <translation>
            <numerusform>%n documento o carpeta ya no está en su operador; se conserva aquí. Véalo con: carriel-cli missing</numerusform>
            <numerusform>%n documentos o carpetas ya no están en su operador; se conservan aquí. Véalos con: carriel-cli missing</numerusform>
        </translation>
    </message>
    <message>
        <source>sync [--wait SECONDS], at least 10</source>
        <translation>sync [--wait SECONDS], 10 como mínimo</translation>
    </message>
    <message>
        <source>it was closed on %1</source>
        <translation>se cerró el %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is kept as &quot;%2&quot;: the name was too long.</source>
        <translation>«%1» se guarda como «%2»: el nombre era demasiado largo.</translation>
    </message>
    <message>
        <source>There is one called &quot;%1&quot; already.</source>
        <translation>Ya hay uno que se llama «%1».</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is kept as &quot;%2&quot;: that name would not do on other computers or at an operator.</source>
        <translation>«%1» se guarda como «%2»: ese nombre no sirve en otros equipos ni ante un operador.</translation>
    </message>
    <message>
        <source>A damaged file with your documents was set aside and is kept: %1.</source>
        <translation>Un archivo dañado con sus documentos se apartó y se conserva: %1.</translation>
    </message>
    <message>
        <source>What your operator has comes back once you log in: carriel-cli --operator https://… login, with --ca if it had a certificate of its own.</source>
        <translation>Lo que tiene su operador vuelve cuando usted ingrese: carriel-cli --operator https://… login, con --ca si tenía un certificado propio.</translation>
    </message>
    <message>
        <source>What your operator has comes back once you log in: carriel-cli login</source>
        <translation>Lo que tiene su operador vuelve cuando usted ingrese: carriel-cli login</translation>
    </message>
    <message>
        <source>Bring it again with: carriel-cli sync. If it happens again, have the disk looked at.</source>
        <translation>Tráigalo otra vez con: carriel-cli sync. Si vuelve a pasar, haga revisar el disco.</translation>
    </message>
    <message numerus="yes">
        <source>Your operator has not given the content of %n document(s) that belong on this computer. See them with: carriel-cli transfers</source>
        <translation>
            <numerusform>Su operador no ha entregado el contenido de %n documento que debe estar en este equipo. Véalo con: carriel-cli transfers</numerusform>
            <numerusform>Su operador no ha entregado el contenido de %n documentos que deben estar en este equipo. Véalos con: carriel-cli transfers</numerusform>
        </translation>
    </message>
    <message>
        <source>What your operator has comes back with: carriel-cli sync. Once you have seen that nothing is missing you may delete that file.</source>
        <translation>Lo que tiene su operador vuelve con: carriel-cli sync. Cuando haya visto que no falta nada, puede borrar ese archivo.</translation>
    </message>
    <message numerus="yes">
        <source>%n share(s) are not sent: they come back to you with the name of whoever has the number, and wait for your word.</source>
        <translation>
            <numerusform>%n cosa que decidió compartir no se envía: vuelve a usted con el nombre de quien tiene el número y espera su palabra.</numerusform>
            <numerusform>%n cosas que decidió compartir no se envían: vuelven a usted con el nombre de quien tiene el número y esperan su palabra.</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking is not erasing: your operator passes it on, and the answer is the other&apos;s word.</source>
        <translation>Pedir no es borrar: su operador pasa el pedido, y la respuesta es palabra de quien lo recibe.</translation>
    </message>
    <message>
        <source>Nothing was given, and nothing waits to be given.</source>
        <translation>No se aportó nada y nada espera.</translation>
    </message>
    <message>
        <source>show      all of one: what, what for, who read what and when
create    of a folder, what is in it now; without --yes it only says with whom, what and until when. Sealed
          documents go end to end, to a person or company with a folder; what is not sealed your operator
          holds in clear, and that is not end to end
--to      the number of a person, a company or an entity (CC 1020304050), or link: for somebody without a
          folder, who gets a link and a code for one use
--expires 7d, 12h or a day (2026-12-31); 7d if not said, 400 days at most
--newest  who reads gets the newest version, not the one of now
--again   also where that person reads one of these documents by a share of yours already
confirm   one that came back: with the name of whoever has the number, or because a document changed. Both
          versions are shown; --as-now shares the one that is there now, revoke leaves it
revoke    nobody reads it any more; who has opened a document keeps it
ask-erasure  asks whoever read it to erase the copies, also after the end; erased and kept are the answer of who is asked
accept    keeps copies in the folder (--to PATH), or writes them to this computer (-o)
find      who has that number and wants to be found; he is told that you asked
key       the code of your key and his, for sealed documents; both of you see the same. With --yes you say
          that you compared it, and that key is used from now on
compare   whether who signed a sealed one that came to you is who it says: the same code. With --yes you say
          that you compared it
findable  whether others may find you; off at first</source>
        <translation>show      todo de uno: qué, para qué, quién leyó qué y cuándo
create    de una carpeta, lo que hay en ella ahora; sin --yes solo dice con quién, qué y hasta cuándo. Lo sellado
          va de extremo a extremo, a una persona o empresa con carpeta; lo que no está sellado lo guarda su
          operador en claro, y eso no es de extremo a extremo
--to      el número de una persona, empresa o entidad (CC 1020304050), o link: para alguien sin carpeta,
          que recibe un enlace y un código de un solo uso
--expires 7d, 12h o un día (2026-12-31); 7d si no se dice, máximo 400 días
--newest  quien lee recibe la versión más nueva, no la de ahora
--again   también si esa persona ya lee alguno de esos documentos por otro envío suyo
confirm   uno que volvió: con el nombre de quien tiene el número, o porque un documento cambió. Se muestran
          las dos versiones; --as-now comparte la que hay ahora, revoke lo deja
revoke    nadie lo lee más; quien ya abrió un documento lo conserva
ask-erasure  pide a quien lo leyó que borre las copias, también después del fin; erased y kept son la respuesta de quien recibe el pedido
accept    guarda copias en la carpeta (--to PATH), o las escribe en este equipo (-o)
find      quién tiene ese número y permite que lo encuentren; se le avisa que usted preguntó
key       el código de su llave y la del otro, para documentos sellados; los dos ven el mismo. Con --yes usted dice
          que lo comparó, y desde entonces se usa esa llave
compare   si quien firma algo sellado que le llegó es quien dice: el mismo código. Con --yes usted dice
          que lo comparó
findable  si otros pueden encontrarlo; al comienzo, no</translation>
    </message>
    <message>
        <source>%1 of %2 asks for your consent:</source>
        <translation>%1, de %2, le pide su consentimiento:</translation>
    </message>
    <message>
        <source>You agreed to this already, on %1. It is in force; nothing was signed again.</source>
        <translation>Usted ya lo había aceptado el %1. Sigue vigente; no se firmó nada de nuevo.</translation>
    </message>
    <message>
        <source>(your operator lost its content: the copy on this computer is the only one. &quot;send&quot; sends it again)</source>
        <translation>(su operador perdió su contenido: la copia de este equipo es la única. «send» la envía otra vez)</translation>
    </message>
    <message numerus="yes">
        <source>Asked %1, your operator showed what it holds of %n document(s).</source>
        <translation>
            <numerusform>Su operador mostró que tiene el contenido de un documento (se le preguntó %1).</numerusform>
            <numerusform>Su operador mostró que tiene el contenido de %n documentos (se le preguntó %1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your operator lost or changed the content of %n document(s). See them with: carriel-cli missing</source>
        <translation>
            <numerusform>Su operador perdió o cambió el contenido de un documento. Véalo con: carriel-cli missing</numerusform>
            <numerusform>Su operador perdió o cambió el contenido de %n documentos. Véalos con: carriel-cli missing</numerusform>
        </translation>
    </message>
    <message>
        <source>(your operator lost its content, and it is nowhere that this computer knows: look on your other computers, or put it again from a copy. &quot;forget&quot; puts it into the trash)</source>
        <translation>(su operador perdió su contenido, y no está en ninguna parte que este equipo conozca: mire en sus otros equipos, o agréguelo otra vez desde una copia. «forget» lo lleva a la papelera)</translation>
    </message>
    <message>
        <source>(your operator changed its content: the copy on this computer is the only one. &quot;send&quot; sends it again)</source>
        <translation>(su operador cambió su contenido: la copia de este equipo es la única. «send» la envía otra vez)</translation>
    </message>
    <message numerus="yes">
        <source>%n could not be sent, because the content is not on this computer: %1</source>
        <translation>
            <numerusform>Uno no se pudo enviar, porque su contenido no está en este equipo: %1</numerusform>
            <numerusform>%n no se pudieron enviar, porque su contenido no está en este equipo: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>it is closed</source>
        <translation>está cerrada</translation>
    </message>
    <message>
        <source>the standard input</source>
        <translation>la entrada estándar</translation>
    </message>
    <message>
        <source>--key p12:FILE   the key and its certificate, in a PKCS#12 file
--key pkcs11:URI a key on a card or token: pkcs11:object=NAME?module-path=DRIVER.so
--key remote     a key at a signing service (CSC API 2); you log in and allow the signatures in the browser
--service URL    the service&apos;s address, such as https://firma.example.co/csc/v2
--credential ID  one of several keys there
--pin-env VAR    its password or PIN is in this variable; else it is asked for
--last-try       try the PIN although one more mistake would lock the card
--format         pades: inside a PDF; asice: a container for any file; cades: a signature beside any file
--level          b: signature; t: with timestamp; lt: with proofs for later; lta: with archive timestamp
--tsa URL        the timestamp authority, for every level above b
--visible        a box on a page: number, x, y, width and height in points from the lower left
--over-signed    place it although it covers what others signed, which then shows as altered
--field NAME     an empty signature field of the PDF, instead of a new one
--reason, --place   written into the signature
--password-env VAR  the password of a protected PDF is in this variable
--normalise      write an irregular PDF anew first, if nobody signed it; without it a table is added
-o OUT           the signed file; a folder if there are several
--force          write over OUT if it is there. The original is never changed.</source>
        <translation>--key p12:FILE   la llave y su certificado, en un archivo PKCS#12
--key pkcs11:URI una llave en una tarjeta o token: pkcs11:object=NOMBRE?module-path=CONTROLADOR.so
--key remote     una llave en un servicio de firma (CSC API 2); en el navegador se entra y se autorizan las firmas
--service URL    la dirección del servicio, como https://firma.example.co/csc/v2
--credential ID  una de las varias llaves que haya allí
--pin-env VAR    su contraseña o PIN está en esta variable; si no, se pregunta
--last-try       prueba el PIN aunque un error más bloquearía la tarjeta
--format         pades: dentro de un PDF; asice: un contenedor para cualquier archivo; cades: una firma al lado de cualquier archivo
--level          b: firma; t: con estampa cronológica; lt: con pruebas para después; lta: con estampa de archivo
--tsa URL        la autoridad de estampado, para todo nivel mayor que b
--visible        un recuadro en una página: número, x, y, ancho y alto en puntos desde abajo a la izquierda
--over-signed    lo pone aunque tape lo que otros firmaron, que entonces se ve alterado
--field NOMBRE   un campo de firma vacío del PDF, en vez de uno nuevo
--reason, --place   motivo y lugar, escritos en la firma
--password-env VAR  la contraseña de un PDF protegido está en esta variable
--normalise      escribe primero de nuevo un PDF irregular, si nadie lo firmó; sin ella se le agrega una tabla
-o OUT           el archivo firmado; una carpeta si son varios
--force          escribe sobre OUT si ya existe. El original nunca se cambia.</translation>
    </message>
    <message>
        <source>This one serves for &quot;%1&quot; once you have signed it, in the window or with carriel-cli sign: %2</source>
        <translation>Este sirve para «%1» si lo firma, en la ventana o con carriel-cli sign: %2</translation>
    </message>
    <message>
        <source>You asked this before; it is asked once. Nothing was sent now.</source>
        <translation>Ya lo había pedido; se pide una sola vez. Ahora no se envió nada.</translation>
    </message>
    <message>
        <source>There is nothing to take note of: your operator&apos;s record continues what it was.</source>
        <translation>No hay nada de qué tomar nota: el registro de su operador continúa lo que era.</translation>
    </message>
    <message>
        <source>Noted: it is not called out any more, and stands in your record. Nothing newer of your operator&apos;s record is believed: keep an export (activity export) and ask your operator.</source>
        <translation>Anotado: ya no se le avisa más, y queda en su registro. No se cree nada más nuevo del registro de su operador: guarde una copia (activity export) y pregunte a su operador.</translation>
    </message>
    <message>
        <source>Your operator&apos;s record of your activity does not fit what it signed before. You took note of it on %1: nothing newer of it is believed. See with: carriel-cli activity verify</source>
        <translation>El registro que su operador lleva de su actividad no encaja con lo que firmó antes. Usted tomó nota el %1: no se cree nada más nuevo de él. Véalo con: carriel-cli activity verify</translation>
    </message>
    <message>
        <source>--kind KIND   only this kind, such as document.signed; with a dot at its end all that begin so
--most N      the newest N; 200 without it
export writes what verify FOLDER checks on any computer, and activity.csv for people. Folders of several computers of one
person are compared: whether the operator showed them one history.
noted         you have seen that your operator changed its record (CAR-SVC-060): it is not called out any more
--trust       the operator&apos;s keys (JWKS), as whoever verifies knows them; as often as needed
Exit of verify: 0 nothing was changed, 1 something was, 2 nothing was, and the operator has not signed all of it yet
or nobody here vouches for its key.</source>
        <translation>--kind CLASE  solo esta clase, como document.signed; con un punto al final, todas las que empiezan así
--most N      los N más recientes; 200 si no se dice
export escribe lo que verify CARPETA comprueba en cualquier equipo, y activity.csv para personas. Las carpetas de varios
equipos de una persona se comparan: si el operador les mostró una sola historia.
noted         usted vio que su operador cambió su registro (CAR-SVC-060): ya no se le avisa más
--trust       las llaves del operador (JWKS), como las conoce quien verifica; cuantas veces haga falta
Salida de verify: 0 nada se cambió, 1 algo se cambió, 2 nada se cambió y el operador aún no lo ha firmado todo
o nadie aquí responde por su llave.</translation>
    </message>
    <message>
        <source>send     put it there again, as a new document; where your operator only lost its content, as it again
forget   let it go on this computer too; where your operator only lost its content, into the trash. Asks first, unless --yes</source>
        <translation>send     lo pone allá otra vez, como documento nuevo; si su operador solo perdió el contenido, como el mismo
forget   lo suelta también en este equipo; si su operador solo perdió el contenido, a la papelera. Pregunta antes, salvo con --yes</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) or folder(s) that your operator has no longer are taken away from this computer for good.</source>
        <translation>
            <numerusform>%n documento o carpeta que su operador ya no tiene se quita de este equipo para siempre.</numerusform>
            <numerusform>%n documentos o carpetas que su operador ya no tiene se quitan de este equipo para siempre.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) whose content your operator lost go to the trash, here and on your other computers.</source>
        <translation>
            <numerusform>%n documento cuyo contenido perdió su operador va a la papelera, aquí y en sus otros equipos.</numerusform>
            <numerusform>%n documentos cuyo contenido perdió su operador van a la papelera, aquí y en sus otros equipos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n the only copy that is known lies on this computer: &quot;missing send&quot; sends it again.</source>
        <translation>
            <numerusform>De %n, la única copia que se conoce está en este equipo: «missing send» la envía otra vez.</numerusform>
            <numerusform>De %n, la única copia que se conoce está en este equipo: «missing send» las envía otra vez.</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on? [y/N] </source>
        <translation>¿Continuar? [s/N] </translation>
    </message>
</context>
<context>
    <name>ConflictFields</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favorito</translation>
    </message>
    <message>
        <source>Document type</source>
        <translation>Tipología documental</translation>
    </message>
    <message>
        <source>It expires</source>
        <translation>Vence</translation>
    </message>
    <message>
        <source>in the folder</source>
        <translation>en la carpeta</translation>
    </message>
    <message>
        <source>in the trash</source>
        <translation>en la papelera</translation>
    </message>
    <message>
        <source>deleted for ever</source>
        <translation>borrado para siempre</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>At your operator</source>
        <translation>Donde su operador</translation>
    </message>
</context>
<context>
    <name>DayMenu</name>
    <message>
        <source>Last day to answer a notification</source>
        <translation>Último día para responder una notificación</translation>
    </message>
    <message>
        <source>Last day to answer a notification of %1</source>
        <translation>Último día para responder una notificación de %1</translation>
    </message>
    <message>
        <source>Counted by Carriel for information; the day that counts is the one that the authority certifies.</source>
        <translation>Contado por Carriel a modo informativo; vale el día que certifique la autoridad.</translation>
    </message>
    <message>
        <source>Keep the day in a calendar</source>
        <translation>Guardar el día en un calendario</translation>
    </message>
    <message>
        <source>Calendar (*.ics)</source>
        <translation>Calendario (*.ics)</translation>
    </message>
    <message>
        <source>last-day-%1.ics</source>
        <translation>ultimo-dia-%1.ics</translation>
    </message>
    <message>
        <source>Open %1 with your calendar to add the day.</source>
        <translation>Abra %1 con su calendario para agregar el día.</translation>
    </message>
    <message>
        <source>More: reminder and calendar</source>
        <translation>Más: recordatorio y calendario</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>You are reminded again on %1.</source>
        <translation>Se le recuerda de nuevo el %1.</translation>
    </message>
    <message>
        <source>Remind me tomorrow</source>
        <translation>Recordármelo mañana</translation>
    </message>
    <message>
        <source>Remind me in three days</source>
        <translation>Recordármelo en tres días</translation>
    </message>
    <message>
        <source>Remind me in a week</source>
        <translation>Recordármelo en una semana</translation>
    </message>
    <message>
        <source>I have dealt with it: remind me no more</source>
        <translation>Ya lo atendí: no me lo recuerde más</translation>
    </message>
    <message>
        <source>You are not reminded of it any more. It stays in Notifications.</source>
        <translation>Ya no se le recuerda. Sigue en Notificaciones.</translation>
    </message>
    <message>
        <source>Keep it in my calendar (.ics)…</source>
        <translation>Guardarlo en mi calendario (.ics)…</translation>
    </message>
    <message>
        <source>Day that a notification sets</source>
        <translation>Día que fija una notificación</translation>
    </message>
    <message>
        <source>Day that a notification of %1 sets</source>
        <translation>Día que fija una notificación de %1</translation>
    </message>
    <message>
        <source>The entity sets this day in its notification; Carriel has it from there.</source>
        <translation>La entidad fija este día en su notificación; Carriel lo toma de allí.</translation>
    </message>
</context>
<context>
    <name>Elsewhere</name>
    <message>
        <source>Another computer deleted “%1” for ever.</source>
        <translation>Otro equipo borró «%1» para siempre.</translation>
    </message>
    <message>
        <source>Another computer put “%1” into the trash.</source>
        <translation>Otro equipo pasó «%1» a la papelera.</translation>
    </message>
    <message>
        <source>See the trash</source>
        <translation>Ver la papelera</translation>
    </message>
    <message>
        <source>Another computer moved “%1” to “%2”.</source>
        <translation>Otro equipo movió «%1» a «%2».</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Ir allá</translation>
    </message>
    <message numerus="yes">
        <source>Another computer moved or removed %n of the chosen documents.</source>
        <translation>
            <numerusform>Otro equipo movió o quitó %n de los documentos elegidos.</numerusform>
            <numerusform>Otro equipo movió o quitó %n de los documentos elegidos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorWords</name>
    <message>
        <source>There is no such notification here.</source>
        <translation>Aquí no hay ninguna notificación así.</translation>
    </message>
    <message>
        <source>None has the number {id}.</source>
        <translation>Ninguna tiene el número {id}.</translation>
    </message>
    <message>
        <source>Synchronise, and look at the list again.</source>
        <translation>Sincronice y vuelva a mirar la lista.</translation>
    </message>
    <message>
        <source>A notification cannot be opened without a network.</source>
        <translation>Una notificación no se puede abrir sin red.</translation>
    </message>
    <message>
        <source>Its key is with your operator, who records the moment. Nothing was opened, and nothing will open later by itself.</source>
        <translation>Su llave está en su operador, que registra el momento. No se abrió nada, y nada se abrirá después por sí solo.</translation>
    </message>
    <message>
        <source>Try again when you are connected and logged in.</source>
        <translation>Inténtelo de nuevo cuando tenga conexión y haya iniciado sesión.</translation>
    </message>
    <message>
        <source>The proof of this notification does not hold.</source>
        <translation>La prueba de esta notificación no se sostiene.</translation>
    </message>
    <message>
        <source>What does not fit: {defects}. It was not opened, so nothing happened.</source>
        <translation>Lo que no concuerda: {defects}. No se abrió, así que no pasó nada.</translation>
    </message>
    <message>
        <source>Ask the entity, by a way that you know, whether it sent this.</source>
        <translation>Pregunte a la entidad, por un medio que usted conozca, si envió esto.</translation>
    </message>
    <message>
        <source>The sealed content has not arrived yet.</source>
        <translation>El contenido sellado todavía no ha llegado.</translation>
    </message>
    <message>
        <source>It is opened only once all of it is here, so that you are never notified of what you cannot read.</source>
        <translation>Solo se abre cuando está completo aquí, para que nunca quede notificado de algo que no puede leer.</translation>
    </message>
    <message>
        <source>Synchronise and try again.</source>
        <translation>Sincronice e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>This notification cannot be opened now.</source>
        <translation>Esta notificación no se puede abrir ahora.</translation>
    </message>
    <message>
        <source>Ask the entity what holds.</source>
        <translation>Pregunte a la entidad qué es lo que vale.</translation>
    </message>
    <message>
        <source>It is not known yet whether the notification was opened.</source>
        <translation>Todavía no se sabe si la notificación quedó abierta.</translation>
    </message>
    <message>
        <source>Connect, and look at the list again.</source>
        <translation>Conéctese y vuelva a mirar la lista.</translation>
    </message>
    <message>
        <source>This notification is sealed.</source>
        <translation>Esta notificación está sellada.</translation>
    </message>
    <message>
        <source>Nobody can see its content before it is opened, and opening it has legal effect.</source>
        <translation>Nadie puede ver su contenido antes de abrirla, y abrirla tiene efecto legal.</translation>
    </message>
    <message>
        <source>Open it when you have read what that means.</source>
        <translation>Ábrala cuando haya leído lo que eso significa.</translation>
    </message>
    <message>
        <source>Your operator did not accept the opening.</source>
        <translation>Su operador no aceptó la apertura.</translation>
    </message>
    <message>
        <source>Its reason: {code}. {operator_words} The notification is still sealed, and your receipt has no effect.</source>
        <translation>Su motivo: {code}. {operator_words} La notificación sigue sellada, y su acuse no tiene efecto.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, ask your operator.</source>
        <translation>Inténtelo de nuevo; si sigue así, pregunte a su operador.</translation>
    </message>
    <message>
        <source>Nothing was opened.</source>
        <translation>No se abrió nada.</translation>
    </message>
    <message>
        <source>Opening a notification has legal effect, so you must say that you understand it.</source>
        <translation>Abrir una notificación tiene efecto legal, así que debe decir que lo entiende.</translation>
    </message>
    <message>
        <source>Read what it means, and say --yes-i-understand.</source>
        <translation>Lea lo que significa y diga --yes-i-understand.</translation>
    </message>
    <message>
        <source>Another notification is being opened.</source>
        <translation>Se está abriendo otra notificación.</translation>
    </message>
    <message>
        <source>They are opened one after the other.</source>
        <translation>Se abren una tras otra.</translation>
    </message>
    <message>
        <source>There is no such procedure, or its text has changed.</source>
        <translation>No existe ese trámite, o su texto cambió.</translation>
    </message>
    <message>
        <source>Procedure {procedure}. Nothing was agreed to.</source>
        <translation>Trámite {procedure}. No se aceptó nada.</translation>
    </message>
    <message>
        <source>Look at the list of procedures and read the text again.</source>
        <translation>Mire la lista de trámites y lea de nuevo el texto.</translation>
    </message>
    <message>
        <source>You have not agreed to be notified in this procedure.</source>
        <translation>Usted no ha aceptado que lo notifiquen en este trámite.</translation>
    </message>
    <message>
        <source>There is nothing to withdraw for {procedure}.</source>
        <translation>No hay nada que retirar para {procedure}.</translation>
    </message>
    <message>
        <source>Look at the list of your agreements.</source>
        <translation>Mire la lista de sus aceptaciones.</translation>
    </message>
    <message>
        <source>A signed statement of this notification is not what it should be.</source>
        <translation>Una declaración firmada de esta notificación no es lo que debería ser.</translation>
    </message>
    <message>
        <source>Statement {what}, member {member}. Nothing was opened because of it.</source>
        <translation>Declaración {what}, miembro {member}. No se abrió nada por esto.</translation>
    </message>
    <message>
        <source>Ask the entity or your operator about this notification.</source>
        <translation>Pregunte por esta notificación a la entidad o a su operador.</translation>
    </message>
    <message>
        <source>What came is not what was sealed.</source>
        <translation>Lo que llegó no es lo que se selló.</translation>
    </message>
    <message>
        <source>The check that failed: {reason}. The content is not shown; the proof is kept.</source>
        <translation>La comprobación que falló: {reason}. El contenido no se muestra; la prueba se conserva.</translation>
    </message>
    <message>
        <source>Export the evidence and show it to the entity.</source>
        <translation>Exporte la evidencia y muéstrela a la entidad.</translation>
    </message>
    <message>
        <source>This file cannot be checked as evidence.</source>
        <translation>Este archivo no se puede comprobar como evidencia.</translation>
    </message>
    <message>
        <source>It could not be read: {reason}. It shows in this file of those in it: {file}.</source>
        <translation>No se pudo leer: {reason}. Se nota en este de los archivos que trae: {file}.</translation>
    </message>
    <message>
        <source>Ask whoever gave it to you for the original.</source>
        <translation>Pida el original a quien se lo dio.</translation>
    </message>
    <message>
        <source>The rules for counting terms cannot be read.</source>
        <translation>Las reglas para contar los términos no se pueden leer.</translation>
    </message>
    <message>
        <source>File {file}: {reason}. No term was computed.</source>
        <translation>Archivo {file}: {reason}. No se calculó ningún término.</translation>
    </message>
    <message>
        <source>Install the program again.</source>
        <translation>Instale de nuevo el programa.</translation>
    </message>
    <message>
        <source>The rules say nothing about that date.</source>
        <translation>Las reglas no dicen nada de esa fecha.</translation>
    </message>
    <message>
        <source>There is none for {date}, so no term was computed.</source>
        <translation>No hay ninguna para {date}, así que no se calculó ningún término.</translation>
    </message>
    <message>
        <source>Ask the entity by when you must answer.</source>
        <translation>Pregunte a la entidad hasta cuándo puede responder.</translation>
    </message>
    <message>
        <source>This program does not know that kind of notification.</source>
        <translation>Este programa no conoce esa clase de notificación.</translation>
    </message>
    <message>
        <source>Its legal regime is called {regime}, so no term was computed.</source>
        <translation>Su régimen legal se llama {regime}, así que no se calculó ningún término.</translation>
    </message>
    <message>
        <source>Update the program, or ask the entity by when you must answer.</source>
        <translation>Actualice el programa, o pregunte a la entidad hasta cuándo puede responder.</translation>
    </message>
    <message>
        <source>The term does not run yet.</source>
        <translation>El término todavía no corre.</translation>
    </message>
    <message>
        <source>What it is counted from has not happened, or is not proven: {what}.</source>
        <translation>Aquello desde lo que se cuenta no ha ocurrido, o no está probado: {what}.</translation>
    </message>
    <message>
        <source>There is nothing to do now.</source>
        <translation>Por ahora no tiene que hacer nada.</translation>
    </message>
    <message>
        <source>This PDF cannot be read.</source>
        <translation>No se puede leer este PDF.</translation>
    </message>
    <message>
        <source>Its own table of contents is damaged where the signature must be added: {what}.</source>
        <translation>Su tabla interna está dañada donde debe ir la firma: {what}.</translation>
    </message>
    <message>
        <source>Save it again with the program that made it, and try again.</source>
        <translation>Guárdelo de nuevo con el programa que lo hizo e intente otra vez.</translation>
    </message>
    <message>
        <source>This is not a PDF.</source>
        <translation>Esto no es un PDF.</translation>
    </message>
    <message>
        <source>Nothing was signed.</source>
        <translation>No se firmó nada.</translation>
    </message>
    <message>
        <source>Choose a PDF.</source>
        <translation>Elija un PDF.</translation>
    </message>
    <message>
        <source>This PDF is too damaged to be signed.</source>
        <translation>Este PDF está demasiado dañado para firmarlo.</translation>
    </message>
    <message>
        <source>Not even after a repair could it be read.</source>
        <translation>Ni reparándolo se pudo leer.</translation>
    </message>
    <message>
        <source>Ask for it again, or save it anew with another program.</source>
        <translation>Pídalo de nuevo o guárdelo otra vez con otro programa.</translation>
    </message>
    <message>
        <source>This PDF is protected and may not be signed.</source>
        <translation>Este PDF está protegido y no permite firmarlo.</translation>
    </message>
    <message>
        <source>Ask whoever made it for a version that may be signed, or for the owner&apos;s password.</source>
        <translation>Pida a quien lo hizo una versión que se pueda firmar, o la contraseña de propietario.</translation>
    </message>
    <message>
        <source>Its author closed this PDF to further signatures.</source>
        <translation>El autor cerró este PDF a nuevas firmas.</translation>
    </message>
    <message>
        <source>It is certified without allowing any change; another signature would make it invalid.</source>
        <translation>Está certificado sin permitir cambios; otra firma lo dañaría.</translation>
    </message>
    <message>
        <source>Ask its author for a version that may be signed.</source>
        <translation>Pida al autor una versión que se pueda firmar.</translation>
    </message>
    <message>
        <source>This PDF is signed already, and damaged.</source>
        <translation>Este PDF ya está firmado, y está dañado.</translation>
    </message>
    <message>
        <source>A repair would break the signatures that it has, so nothing was done.</source>
        <translation>Repararlo dañaría las firmas que tiene, así que no se hizo nada.</translation>
    </message>
    <message>
        <source>Ask for the original again.</source>
        <translation>Pida de nuevo el original.</translation>
    </message>
    <message>
        <source>This key file cannot be used.</source>
        <translation>No se puede usar este archivo de llave.</translation>
    </message>
    <message>
        <source>It is not a PKCS#12 file (.p12 or .pfx) with a key and its certificate, or its protection is too old.</source>
        <translation>No es un archivo PKCS#12 (.p12 o .pfx) con una llave y su certificado, o su protección es muy antigua.</translation>
    </message>
    <message>
        <source>Choose another file, or export it again from where you got it.</source>
        <translation>Elija otro archivo o expórtelo de nuevo.</translation>
    </message>
    <message>
        <source>The PIN or password is wrong.</source>
        <translation>El PIN o la contraseña no es correcto.</translation>
    </message>
    <message>
        <source>Nothing was signed. A token locks itself after a few wrong tries.</source>
        <translation>No se firmó nada. Un token se bloquea después de varios intentos.</translation>
    </message>
    <message>
        <source>Check it and try again, calmly.</source>
        <translation>Revíselo e intente de nuevo con calma.</translation>
    </message>
    <message>
        <source>The token&apos;s PIN is locked.</source>
        <translation>El PIN del token está bloqueado.</translation>
    </message>
    <message>
        <source>It was typed wrong too often. Nothing was signed.</source>
        <translation>Se escribió mal demasiadas veces. No se firmó nada.</translation>
    </message>
    <message>
        <source>Unlock it with its PUK, or ask whoever issued it.</source>
        <translation>Desbloquéelo con su PUK o pida ayuda a quien lo emitió.</translation>
    </message>
    <message>
        <source>This certificate cannot sign now.</source>
        <translation>Este certificado no puede firmar ahora.</translation>
    </message>
    <message>
        <source>The reason is: {reason}. Nothing was signed.</source>
        <translation>El motivo es: {reason}. No se firmó nada.</translation>
    </message>
    <message>
        <source>Use another certificate, or renew this one.</source>
        <translation>Use otro certificado o renueve este.</translation>
    </message>
    <message>
        <source>The token does not answer as it should.</source>
        <translation>El token no responde como debe.</translation>
    </message>
    <message>
        <source>The step that failed: {what}. Nothing was signed.</source>
        <translation>El paso que falló: {what}. No se firmó nada.</translation>
    </message>
    <message>
        <source>Plug it in again, check that its driver is installed, and try again.</source>
        <translation>Conéctelo de nuevo, revise que su controlador esté instalado e intente otra vez.</translation>
    </message>
    <message>
        <source>The key was not found, or there are several.</source>
        <translation>No se encontró la llave, o hay varias.</translation>
    </message>
    <message>
        <source>Which one to use must be clear: {what}.</source>
        <translation>Debe quedar claro cuál usar: {what}.</translation>
    </message>
    <message>
        <source>Name it by its label or number.</source>
        <translation>Nómbrela por su etiqueta o su número.</translation>
    </message>
    <message>
        <source>No timestamp came.</source>
        <translation>No llegó la estampa cronológica.</translation>
    </message>
    <message>
        <source>The timestamp authority {host} gave none that can be used: {reason}. No timestamp was written.</source>
        <translation>La autoridad de estampado {host} no dio ninguna que sirva: {reason}. No se agregó ninguna estampa.</translation>
    </message>
    <message>
        <source>Try again later, use another authority, or sign without a timestamp.</source>
        <translation>Intente más tarde, use otra autoridad o firme sin estampa.</translation>
    </message>
    <message>
        <source>It could not be confirmed that the certificate still holds.</source>
        <translation>No se pudo confirmar que el certificado siga vigente.</translation>
    </message>
    <message>
        <source>Nobody said whether it was revoked: {name}. Nothing was written.</source>
        <translation>Nadie dijo si fue revocado: {name}. No se escribió nada.</translation>
    </message>
    <message>
        <source>Try again later, or sign at a lower level and raise it afterwards.</source>
        <translation>Intente más tarde, o firme con un nivel menor y súbalo después.</translation>
    </message>
    <message>
        <source>There is a file with that name already.</source>
        <translation>Ya hay un archivo con ese nombre.</translation>
    </message>
    <message>
        <source>It was not touched: {path}.</source>
        <translation>No se tocó: {path}.</translation>
    </message>
    <message>
        <source>Choose another name, or say --force.</source>
        <translation>Elija otro nombre, o use --force.</translation>
    </message>
    <message>
        <source>A trusted certificate cannot be used.</source>
        <translation>Un certificado de confianza no se puede usar.</translation>
    </message>
    <message>
        <source>File {file}: {reason}.</source>
        <translation>Archivo {file}: {reason}.</translation>
    </message>
    <message>
        <source>Correct or remove it, and try again.</source>
        <translation>Corríjalo o quítelo e intente de nuevo.</translation>
    </message>
    <message>
        <source>Something is larger than the limit.</source>
        <translation>Algo supera el tamaño permitido.</translation>
    </message>
    <message>
        <source>{what}</source>
        <translation>{what}</translation>
    </message>
    <message>
        <source>Use another authority or certificate.</source>
        <translation>Use otra autoridad u otro certificado.</translation>
    </message>
    <message>
        <source>The original changed while it was being signed.</source>
        <translation>El original cambió mientras se firmaba.</translation>
    </message>
    <message>
        <source>Nothing was written, because it is not clear what would be signed.</source>
        <translation>No se escribió nada, porque no es claro qué se firmaría.</translation>
    </message>
    <message>
        <source>Close the program that writes to it and try again.</source>
        <translation>Cierre el programa que lo está escribiendo e intente de nuevo.</translation>
    </message>
    <message>
        <source>Something in the program went wrong ({code}).</source>
        <translation>Algo falló dentro del programa ({code}).</translation>
    </message>
    <message>
        <source>Your documents were not touched.</source>
        <translation>Sus documentos no se tocaron.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, close the program, open it and tell us the code.</source>
        <translation>Intente de nuevo. Si se repite, cierre el programa, ábralo y cuéntenos el código.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>Se canceló.</translation>
    </message>
    <message>
        <source>What was already finished stays as it is.</source>
        <translation>Lo que ya se había terminado queda como está.</translation>
    </message>
    <message>
        <source>Start again whenever you like.</source>
        <translation>Empiece de nuevo cuando quiera.</translation>
    </message>
    <message>
        <source>The file {path} could not be read.</source>
        <translation>No se pudo leer {path}.</translation>
    </message>
    <message>
        <source>The computer says: {reason}.</source>
        <translation>El equipo dice: {reason}.</translation>
    </message>
    <message>
        <source>Check that the file is still there and that you are allowed to open it, then try again.</source>
        <translation>Revise que siga allí y que usted tenga permiso para abrirlo. Luego intente de nuevo.</translation>
    </message>
    <message>
        <source>The file {path} could not be written.</source>
        <translation>No se pudo guardar en {path}.</translation>
    </message>
    <message>
        <source>Choose another place, or check that you are allowed to write there.</source>
        <translation>Escoja otro lugar, o revise que usted tenga permiso para escribir allí.</translation>
    </message>
    <message>
        <source>There is no room left on the disk.</source>
        <translation>No queda espacio en el disco.</translation>
    </message>
    <message>
        <source>What was being written to {path} was not kept. Everything before it is safe.</source>
        <translation>Lo que se estaba guardando en {path} no quedó. Todo lo anterior está a salvo.</translation>
    </message>
    <message>
        <source>Free some room on the disk and try again.</source>
        <translation>Libere espacio en el disco e intente de nuevo.</translation>
    </message>
    <message>
        <source>Something is not written the way it must be ({what}).</source>
        <translation>Algo no está escrito como debe ser ({what}).</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>No se cambió nada.</translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation>Corríjalo e intente de nuevo.</translation>
    </message>
    <message>
        <source>This version of the program cannot do that yet ({what}).</source>
        <translation>Esta versión del programa todavía no puede hacer eso ({what}).</translation>
    </message>
    <message>
        <source>Look for a newer version of the program.</source>
        <translation>Busque una versión más nueva del programa.</translation>
    </message>
    <message>
        <source>The computer&apos;s encryption library refused to work.</source>
        <translation>La biblioteca de cifrado del equipo no quiso funcionar.</translation>
    </message>
    <message>
        <source>Restart the program. If it happens again, install your system&apos;s updates.</source>
        <translation>Reinicie el programa. Si se repite, instale las actualizaciones de su sistema.</translation>
    </message>
    <message>
        <source>A protected value came in a form that is not allowed.</source>
        <translation>Un dato protegido llegó en una forma que no se admite.</translation>
    </message>
    <message>
        <source>It was not used.</source>
        <translation>No se usó.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, tell your operator.</source>
        <translation>Intente de nuevo. Si se repite, avísele a su operador.</translation>
    </message>
    <message>
        <source>The key does not open this, or the content was altered.</source>
        <translation>La clave no abre esto, o el contenido fue alterado.</translation>
    </message>
    <message>
        <source>Nothing of it is shown, because it cannot be trusted.</source>
        <translation>No se muestra nada de él, porque no es de fiar.</translation>
    </message>
    <message>
        <source>Check what you typed. If it was right, ask for the document again.</source>
        <translation>Revise lo que escribió. Si estaba bien, pida otra vez el documento.</translation>
    </message>
    <message>
        <source>A key is of a kind that cannot be accepted.</source>
        <translation>Una llave es de una clase que no se puede aceptar.</translation>
    </message>
    <message>
        <source>Nothing was signed or opened with it.</source>
        <translation>No se firmó ni se abrió nada con ella.</translation>
    </message>
    <message>
        <source>A signed message is not in the agreed form.</source>
        <translation>Un mensaje firmado no viene en la forma acordada.</translation>
    </message>
    <message>
        <source>It was not accepted.</source>
        <translation>No se aceptó.</translation>
    </message>
    <message>
        <source>Try again later. If it happens again, tell your operator.</source>
        <translation>Intente más tarde. Si se repite, avísele a su operador.</translation>
    </message>
    <message>
        <source>A signature does not match who should have signed.</source>
        <translation>Una firma no corresponde a quien debía firmar.</translation>
    </message>
    <message>
        <source>The message was not accepted. Your documents were not touched.</source>
        <translation>El mensaje no se aceptó. Sus documentos no se tocaron.</translation>
    </message>
    <message>
        <source>Do not go on over this network. Tell your operator.</source>
        <translation>No siga por esta red. Avísele a su operador.</translation>
    </message>
    <message>
        <source>An encrypted message is not in the agreed form.</source>
        <translation>Un mensaje cifrado no viene en la forma acordada.</translation>
    </message>
    <message>
        <source>It was not opened.</source>
        <translation>No se abrió.</translation>
    </message>
    <message>
        <source>The encrypted content is incomplete or was changed on the way.</source>
        <translation>El contenido cifrado está incompleto o fue cambiado en el camino.</translation>
    </message>
    <message>
        <source>Nothing of it is shown.</source>
        <translation>No se muestra nada de él.</translation>
    </message>
    <message>
        <source>Download it again. If it happens again, tell whoever sent it.</source>
        <translation>Descárguelo otra vez. Si se repite, avísele a quien lo envió.</translation>
    </message>
    <message>
        <source>The identity provider&apos;s answer could not be trusted.</source>
        <translation>La respuesta de quien verifica su identidad no es de fiar.</translation>
    </message>
    <message>
        <source>You were not logged in.</source>
        <translation>Usted no ingresó.</translation>
    </message>
    <message>
        <source>Check your computer&apos;s date and time, then log in again.</source>
        <translation>Revise la fecha y la hora de su equipo. Luego ingrese otra vez.</translation>
    </message>
    <message>
        <source>The recovery code is not written right.</source>
        <translation>El código de recuperación no está bien escrito.</translation>
    </message>
    <message>
        <source>A letter or a number is missing, left over or changed. Nothing was lost by trying.</source>
        <translation>Falta, sobra o cambió una letra o un número. No se perdió nada por intentar.</translation>
    </message>
    <message>
        <source>Compare it group by group with your paper and type it again.</source>
        <translation>Compárelo grupo por grupo con su papel y escríbalo otra vez.</translation>
    </message>
    <message>
        <source>An answer came in a form that is not allowed.</source>
        <translation>Una respuesta llegó en una forma que no se admite.</translation>
    </message>
    <message>
        <source>The key file asks for settings that are not safe.</source>
        <translation>El archivo de llaves pide condiciones que no son seguras.</translation>
    </message>
    <message>
        <source>It was not used. Your documents were not touched.</source>
        <translation>No se usó. Sus documentos no se tocaron.</translation>
    </message>
    <message>
        <source>Use your recovery code, or a backup of the key file.</source>
        <translation>Use su código de recuperación, o una copia del archivo de llaves.</translation>
    </message>
    <message>
        <source>Your documents are locked.</source>
        <translation>Sus documentos están bloqueados.</translation>
    </message>
    <message>
        <source>While they are locked they can be neither read nor changed.</source>
        <translation>Mientras estén bloqueados no se pueden leer ni cambiar.</translation>
    </message>
    <message>
        <source>Unlock them and try again.</source>
        <translation>Desbloquéelos e intente de nuevo.</translation>
    </message>
    <message>
        <source>This folder has no operator yet.</source>
        <translation>Esta carpeta todavía no tiene operador.</translation>
    </message>
    <message>
        <source>It works on this computer, but this step needs an operator.</source>
        <translation>Funciona en este equipo, pero este paso necesita un operador.</translation>
    </message>
    <message>
        <source>Connect an operator in the settings.</source>
        <translation>Conecte un operador en los ajustes.</translation>
    </message>
    <message>
        <source>You are not logged in at your operator.</source>
        <translation>Usted no ha ingresado en su operador.</translation>
    </message>
    <message>
        <source>You can go on working here. Your changes wait on this computer.</source>
        <translation>Puede seguir trabajando aquí. Sus cambios esperan en este equipo.</translation>
    </message>
    <message>
        <source>Log in to send and receive.</source>
        <translation>Ingrese para enviar y recibir.</translation>
    </message>
    <message>
        <source>The document or folder is not here.</source>
        <translation>El documento o la carpeta no está aquí.</translation>
    </message>
    <message>
        <source>It was moved or deleted, or its name is written differently.</source>
        <translation>Se movió o se borró, o su nombre se escribe de otra manera.</translation>
    </message>
    <message>
        <source>Look for it with the search, or in the trash.</source>
        <translation>Búsquelo con el buscador, o en la papelera.</translation>
    </message>
    <message>
        <source>The content of &quot;{name}&quot; is not on this computer.</source>
        <translation>El contenido de «{name}» no está en este equipo.</translation>
    </message>
    <message>
        <source>It lies at your operator.</source>
        <translation>Está en su operador.</translation>
    </message>
    <message>
        <source>Connect to the internet and open it again.</source>
        <translation>Conéctese a internet y ábralo otra vez.</translation>
    </message>
    <message>
        <source>The place for this folder cannot be used: {path}.</source>
        <translation>No se puede usar el lugar de esta carpeta: {path}.</translation>
    </message>
    <message>
        <source>Nothing can be kept there. The computer says: {reason}.</source>
        <translation>Allí no se puede guardar nada. El equipo dice: {reason}.</translation>
    </message>
    <message>
        <source>Check that the place exists and that you are allowed to write there.</source>
        <translation>Revise que el lugar exista y que usted tenga permiso para escribir allí.</translation>
    </message>
    <message>
        <source>This folder belongs to another operator.</source>
        <translation>Esta carpeta pertenece a otro operador.</translation>
    </message>
    <message>
        <source>Documents of two operators are never mixed. Nothing was changed.</source>
        <translation>Los documentos de dos operadores nunca se mezclan. No se cambió nada.</translation>
    </message>
    <message>
        <source>Make another folder in this program for the operator {url}.</source>
        <translation>Cree otra carpeta en este programa para el operador {url}.</translation>
    </message>
    <message>
        <source>You have no folder at this operator yet.</source>
        <translation>Usted todavía no tiene carpeta en este operador.</translation>
    </message>
    <message>
        <source>To have one you must read and accept its terms. It is free.</source>
        <translation>Para tenerla debe leer y aceptar sus condiciones. Es gratis.</translation>
    </message>
    <message>
        <source>Read the terms and decide.</source>
        <translation>Lea las condiciones y decida.</translation>
    </message>
    <message>
        <source>The operator changed its terms while you were reading.</source>
        <translation>El operador cambió sus condiciones mientras usted leía.</translation>
    </message>
    <message>
        <source>Nothing was accepted in your name.</source>
        <translation>No se aceptó nada en su nombre.</translation>
    </message>
    <message>
        <source>Read them again before you accept.</source>
        <translation>Léalas otra vez antes de aceptar.</translation>
    </message>
    <message>
        <source>A login is under way already.</source>
        <translation>Ya hay un ingreso en curso.</translation>
    </message>
    <message>
        <source>It waits for you in the browser.</source>
        <translation>Lo espera en el navegador.</translation>
    </message>
    <message>
        <source>Finish it there, or cancel it here and start again.</source>
        <translation>Termínelo allí, o cancélelo aquí y empiece de nuevo.</translation>
    </message>
    <message>
        <source>Somebody else logged in.</source>
        <translation>Ingresó otra persona.</translation>
    </message>
    <message>
        <source>This folder belongs to {holder}, and {other} logged in. Nothing was changed.</source>
        <translation>Esta carpeta es de {holder}, e ingresó {other}. No se cambió nada.</translation>
    </message>
    <message>
        <source>Log in as its holder, or make another folder for that person.</source>
        <translation>Ingrese como titular, o cree otra carpeta para esa persona.</translation>
    </message>
    <message>
        <source>The words of this document could not be read.</source>
        <translation>No se pudieron leer las palabras de este documento.</translation>
    </message>
    <message>
        <source>It is kept and shown as it is. The search finds it by its name only.</source>
        <translation>Se guarda y se muestra tal como es. El buscador lo encuentra solo por su nombre.</translation>
    </message>
    <message>
        <source>You need not do anything.</source>
        <translation>No tiene que hacer nada.</translation>
    </message>
    <message>
        <source>Nothing was done.</source>
        <translation>No se hizo nada.</translation>
    </message>
    <message>
        <source>There is nothing to lock.</source>
        <translation>No hay nada que bloquear.</translation>
    </message>
    <message>
        <source>Nothing was made.</source>
        <translation>No se creó nada.</translation>
    </message>
    <message>
        <source>The terms were not accepted.</source>
        <translation>No se aceptaron las condiciones.</translation>
    </message>
    <message>
        <source>{host} cannot be reached.</source>
        <translation>No se puede llegar a {host}.</translation>
    </message>
    <message>
        <source>You can go on working. What you change waits on this computer.</source>
        <translation>Puede seguir trabajando. Lo que cambie espera en este equipo.</translation>
    </message>
    <message>
        <source>Check that you have internet. If other pages open, the operator may be out of service.</source>
        <translation>Revise que tenga internet. Si otras páginas abren, el operador puede estar fuera de servicio.</translation>
    </message>
    <message>
        <source>The operator&apos;s answer is not in the agreed form.</source>
        <translation>La respuesta del operador no viene en la forma acordada.</translation>
    </message>
    <message>
        <source>It was not accepted. Your documents were not touched.</source>
        <translation>No se aceptó. Sus documentos no se tocaron.</translation>
    </message>
    <message>
        <source>{host} took too long to answer.</source>
        <translation>{host} tardó demasiado en responder.</translation>
    </message>
    <message>
        <source>It is tried again by itself. If it goes on, check your connection.</source>
        <translation>Se intenta otra vez automáticamente. Si continúa, revise su conexión.</translation>
    </message>
    <message>
        <source>It cannot be proven that {host} is who it says it is.</source>
        <translation>No se puede comprobar que {host} sea quien dice ser.</translation>
    </message>
    <message>
        <source>Its certificate is not accepted, so nothing was sent.</source>
        <translation>Su certificado no se acepta, así que no se envió nada.</translation>
    </message>
    <message>
        <source>Check the address and your computer&apos;s date. If your operator gave you a certificate file, choose it.</source>
        <translation>Revise la dirección y la fecha de su equipo. Si su operador le entregó un certificado, escójalo.</translation>
    </message>
    <message>
        <source>{host} sends to another address.</source>
        <translation>{host} manda a otra dirección.</translation>
    </message>
    <message>
        <source>This program does not follow it, for your safety. Nothing was sent there.</source>
        <translation>Este programa no la sigue, por su seguridad. No se envió nada allí.</translation>
    </message>
    <message>
        <source>Check the address with your operator.</source>
        <translation>Confirme la dirección con su operador.</translation>
    </message>
    <message>
        <source>The answer of {host} is larger than agreed.</source>
        <translation>La respuesta de {host} es más grande de lo acordado.</translation>
    </message>
    <message>
        <source>Your operator is busy and asks to wait.</source>
        <translation>Su operador está ocupado y pide esperar.</translation>
    </message>
    <message>
        <source>What you change waits on this computer.</source>
        <translation>Lo que cambie espera en este equipo.</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>Se intenta otra vez automáticamente.</translation>
    </message>
    <message>
        <source>Your operator did not accept this.</source>
        <translation>Su operador no aceptó esto.</translation>
    </message>
    <message>
        <source>The change is kept here and shown.</source>
        <translation>El cambio se conserva aquí y se muestra.</translation>
    </message>
    <message>
        <source>Correct it, or ask your operator and give it this number: {correlation}.</source>
        <translation>Corríjalo, o pregúntele a su operador y dele este número: {correlation}.</translation>
    </message>
    <message>
        <source>Your operator asks you to log in again.</source>
        <translation>Su operador le pide ingresar otra vez.</translation>
    </message>
    <message>
        <source>Log in.</source>
        <translation>Ingrese.</translation>
    </message>
    <message>
        <source>For this step your operator wants to know better that it is you.</source>
        <translation>Para este paso su operador necesita más seguridad de que es usted.</translation>
    </message>
    <message>
        <source>Nothing was done yet.</source>
        <translation>Todavía no se hizo nada.</translation>
    </message>
    <message>
        <source>Log in again with the higher level of assurance.</source>
        <translation>Ingrese otra vez con el nivel de garantía más alto.</translation>
    </message>
    <message>
        <source>The operator is not the one it was.</source>
        <translation>El operador no es el que era.</translation>
    </message>
    <message>
        <source>Nothing was exchanged with it, for your safety.</source>
        <translation>No se intercambió nada con él, por su seguridad.</translation>
    </message>
    <message>
        <source>Ask your operator whether it changed, before you go on.</source>
        <translation>Pregúntele a su operador si cambió, antes de seguir.</translation>
    </message>
    <message>
        <source>You were not let in.</source>
        <translation>No lo dejaron ingresar.</translation>
    </message>
    <message>
        <source>The page on which you log in answered: {reason}.</source>
        <translation>La página de ingreso respondió: {reason}.</translation>
    </message>
    <message>
        <source>Nobody came back from the browser in time.</source>
        <translation>Nadie volvió del navegador a tiempo.</translation>
    </message>
    <message>
        <source>Start again, and finish in the browser within five minutes.</source>
        <translation>Empiece de nuevo, y termine en el navegador antes de cinco minutos.</translation>
    </message>
    <message>
        <source>The operator&apos;s statement about this computer does not hold.</source>
        <translation>La declaración del operador sobre este equipo no es válida.</translation>
    </message>
    <message>
        <source>Log in again. If it happens again, tell your operator.</source>
        <translation>Ingrese otra vez. Si se repite, avísele a su operador.</translation>
    </message>
    <message>
        <source>The browser cannot come back to this program.</source>
        <translation>El navegador no puede volver a este programa.</translation>
    </message>
    <message>
        <source>Another program, or the computer&apos;s protection, closes the way. You were not logged in.</source>
        <translation>Otro programa, o la protección del equipo, cierra el paso. Usted no ingresó.</translation>
    </message>
    <message>
        <source>Allow this program to listen on this same computer (127.0.0.1), and try again.</source>
        <translation>Permítale a este programa escuchar en este mismo equipo (127.0.0.1), e intente de nuevo.</translation>
    </message>
    <message>
        <source>The certificate file {path} cannot be used.</source>
        <translation>El certificado {path} no se puede usar.</translation>
    </message>
    <message>
        <source>It is not there, or holds no certificate.</source>
        <translation>No está, o no contiene ningún certificado.</translation>
    </message>
    <message>
        <source>Choose the file that your operator gave you.</source>
        <translation>Escoja el que le entregó su operador.</translation>
    </message>
    <message>
        <source>No operator of citizen folders answers at {host}.</source>
        <translation>En {host} no responde ningún operador de carpetas ciudadanas.</translation>
    </message>
    <message>
        <source>Something else is there, or nothing.</source>
        <translation>Allí hay otra cosa, o nada.</translation>
    </message>
    <message>
        <source>Check the address. It stands on your operator&apos;s web page.</source>
        <translation>Revise la dirección. Está en la página web de su operador.</translation>
    </message>
    <message>
        <source>The page on which you log in lacks something that is needed.</source>
        <translation>A la página de ingreso le falta algo necesario.</translation>
    </message>
    <message>
        <source>So this program cannot let you log in there safely.</source>
        <translation>Por eso este programa no puede dejarlo ingresar allí con seguridad.</translation>
    </message>
    <message>
        <source>Tell your operator.</source>
        <translation>Avísele a su operador.</translation>
    </message>
    <message>
        <source>Your operator no longer has it.</source>
        <translation>Su operador ya no lo tiene.</translation>
    </message>
    <message>
        <source>What is on this computer stays.</source>
        <translation>Lo que está en este equipo se queda.</translation>
    </message>
    <message>
        <source>Look at the list again.</source>
        <translation>Mire otra vez la lista.</translation>
    </message>
    <message>
        <source>There is no room left in your folder at the operator.</source>
        <translation>No queda espacio en su carpeta del operador.</translation>
    </message>
    <message>
        <source>The document stays on this computer, and is not at your operator.</source>
        <translation>El documento sigue en este equipo, y no está en su operador.</translation>
    </message>
    <message>
        <source>Empty the trash, or ask your operator for more room.</source>
        <translation>Vacíe la papelera, o pídale más espacio a su operador.</translation>
    </message>
    <message>
        <source>The document was changed elsewhere meanwhile, or its name is taken.</source>
        <translation>Mientras tanto el documento se cambió en otra parte, o su nombre ya está en uso.</translation>
    </message>
    <message>
        <source>Nothing was lost: both versions are kept.</source>
        <translation>No se perdió nada: se conservan las dos versiones.</translation>
    </message>
    <message>
        <source>Look at it, and say which one holds.</source>
        <translation>Mírelo, y diga cuál vale.</translation>
    </message>
    <message>
        <source>The document or folder is not here any more.</source>
        <translation>El documento o la carpeta ya no está aquí.</translation>
    </message>
    <message>
        <source>It was removed, or the list on the screen is old.</source>
        <translation>Se borró, o la lista de la pantalla es vieja.</translation>
    </message>
    <message>
        <source>Go back to the list and look again.</source>
        <translation>Vuelva a la lista y mire otra vez.</translation>
    </message>
    <message>
        <source>Documents cannot be put there.</source>
        <translation>Allí no se pueden poner documentos.</translation>
    </message>
    <message>
        <source>The place is in the trash, was removed, or is a document.</source>
        <translation>El lugar está en la papelera, se borró, o es un documento.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Escoja otra carpeta.</translation>
    </message>
    <message>
        <source>A folder cannot be put inside itself.</source>
        <translation>Una carpeta no puede ir dentro de sí misma.</translation>
    </message>
    <message>
        <source>Nothing was moved.</source>
        <translation>No se movió nada.</translation>
    </message>
    <message>
        <source>An entity issued &quot;{name}&quot;, so its content cannot be changed.</source>
        <translation>Una entidad emitió «{name}», así que su contenido no se puede cambiar.</translation>
    </message>
    <message>
        <source>Its name, labels and folder can.</source>
        <translation>Su nombre, sus etiquetas y su carpeta sí.</translation>
    </message>
    <message>
        <source>Add your version as a new document.</source>
        <translation>Agregue su versión como un documento nuevo.</translation>
    </message>
    <message>
        <source>Only what lies in the trash can be deleted for good.</source>
        <translation>Solo lo que está en la papelera se puede borrar para siempre.</translation>
    </message>
    <message>
        <source>Nothing was deleted.</source>
        <translation>No se borró nada.</translation>
    </message>
    <message>
        <source>Move it to the trash first.</source>
        <translation>Primero páselo a la papelera.</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is in the trash or was removed, so it cannot be changed.</source>
        <translation>«{name}» está en la papelera o se borró, así que no se puede cambiar.</translation>
    </message>
    <message>
        <source>Recover it first.</source>
        <translation>Primero recupérelo.</translation>
    </message>
    <message>
        <source>The content of a document on this computer is not what was kept.</source>
        <translation>El contenido de un documento en este equipo no es el que se guardó.</translation>
    </message>
    <message>
        <source>It is not shown. It is brought again if your operator has it.</source>
        <translation>No se muestra. Se trae otra vez si su operador lo tiene.</translation>
    </message>
    <message>
        <source>Connect to your operator. If it had not been sent yet, add the document again.</source>
        <translation>Conéctese a su operador. Si todavía no se había enviado, agregue el documento otra vez.</translation>
    </message>
    <message>
        <source>Your operator no longer has this document.</source>
        <translation>Su operador ya no tiene este documento.</translation>
    </message>
    <message>
        <source>The copy on this computer was kept.</source>
        <translation>La copia de este equipo se conservó.</translation>
    </message>
    <message>
        <source>Decide whether to send it again.</source>
        <translation>Decida si lo envía otra vez.</translation>
    </message>
    <message>
        <source>Your operator refused the change.</source>
        <translation>Su operador no aceptó el cambio.</translation>
    </message>
    <message>
        <source>Correct it, or take it back.</source>
        <translation>Corríjalo, o deshágalo.</translation>
    </message>
    <message>
        <source>Your operator does not give the content of this document.</source>
        <translation>Su operador no entrega el contenido de este documento.</translation>
    </message>
    <message>
        <source>What is here stays.</source>
        <translation>Lo que está aquí se queda.</translation>
    </message>
    <message>
        <source>Try again later, or ask your operator.</source>
        <translation>Intente más tarde, o pregúntele a su operador.</translation>
    </message>
    <message>
        <source>A message that was to be repeated is not what was sent first.</source>
        <translation>Un mensaje que se iba a repetir no es el que se envió primero.</translation>
    </message>
    <message>
        <source>So it was not sent. The document stays on this computer.</source>
        <translation>Por eso no se envió. El documento sigue en este equipo.</translation>
    </message>
    <message>
        <source>Tell us the code. Then change the document again, to send it anew.</source>
        <translation>Cuéntenos el código. Luego cambie otra vez el documento, para enviarlo de nuevo.</translation>
    </message>
    <message>
        <source>It was sent already, so it cannot be taken back.</source>
        <translation>Ya se envió, así que no se puede retirar.</translation>
    </message>
    <message>
        <source>Your operator may have it by now.</source>
        <translation>Puede que su operador ya lo tenga.</translation>
    </message>
    <message>
        <source>Wait for its answer, then undo it.</source>
        <translation>Espere la respuesta y luego deshágalo.</translation>
    </message>
    <message>
        <source>What came is not what was promised.</source>
        <translation>Lo que llegó no es lo que se prometió.</translation>
    </message>
    <message>
        <source>It was thrown away and asked for again.</source>
        <translation>Se descartó y se pidió otra vez.</translation>
    </message>
    <message>
        <source>If it happens again, tell your operator.</source>
        <translation>Si se repite, avísele a su operador.</translation>
    </message>
    <message>
        <source>Tell us the code.</source>
        <translation>Cuéntenos el código.</translation>
    </message>
    <message>
        <source>Synchronising stopped before this was done.</source>
        <translation>La sincronización se detuvo antes de terminar esto.</translation>
    </message>
    <message>
        <source>Your operator went back to an earlier copy of its data, in which this is different.</source>
        <translation>Su operador volvió a una copia anterior de sus datos, en la que esto es distinto.</translation>
    </message>
    <message>
        <source>Your change waits here. Nothing of yours was overwritten.</source>
        <translation>Su cambio espera aquí. Nada suyo se sobrescribió.</translation>
    </message>
    <message>
        <source>Open the conflict and choose: yours, theirs or both.</source>
        <translation>Abra el conflicto y escoja: lo suyo, lo de ellos o ambos.</translation>
    </message>
    <message>
        <source>It goes on the next time.</source>
        <translation>Sigue la próxima vez.</translation>
    </message>
    <message>
        <source>The key does not open these documents.</source>
        <translation>La llave no abre estos documentos.</translation>
    </message>
    <message>
        <source>The key belongs to others, or the beginning of the file is damaged. Nothing was changed.</source>
        <translation>La llave es de otros documentos, o el comienzo de estos está dañado. No se cambió nada.</translation>
    </message>
    <message>
        <source>Use another way to open them.</source>
        <translation>Use otra forma de abrirlos.</translation>
    </message>
    <message>
        <source>Where your documents should be there is a file of something else.</source>
        <translation>Donde deberían estar sus documentos hay otra cosa.</translation>
    </message>
    <message>
        <source>It was not touched.</source>
        <translation>No se tocó.</translation>
    </message>
    <message>
        <source>A newer version of the program wrote these documents.</source>
        <translation>Una versión más nueva del programa escribió estos documentos.</translation>
    </message>
    <message>
        <source>They were not touched.</source>
        <translation>No se tocaron.</translation>
    </message>
    <message>
        <source>Update the program to open them.</source>
        <translation>Actualice el programa para abrirlos.</translation>
    </message>
    <message>
        <source>The file with your documents is damaged.</source>
        <translation>El lugar donde están sus documentos se dañó.</translation>
    </message>
    <message>
        <source>A part of it does not read as it was written. It is kept as it is.</source>
        <translation>Una parte no se lee como se escribió. Se conserva como está.</translation>
    </message>
    <message>
        <source>Save what can be read of it into a new one.</source>
        <translation>Salve lo que se pueda leer en uno nuevo.</translation>
    </message>
    <message>
        <source>Your documents may only be read.</source>
        <translation>Sus documentos solo se pueden leer.</translation>
    </message>
    <message>
        <source>The file, its folder or its disk does not allow writing.</source>
        <translation>El lugar donde están, o su disco, no permite escribir.</translation>
    </message>
    <message>
        <source>Allow writing there, or move them to another disk.</source>
        <translation>Permita escribir allí, o páselos a otro disco.</translation>
    </message>
    <message>
        <source>Your documents were busy for too long.</source>
        <translation>Sus documentos estuvieron ocupados demasiado tiempo.</translation>
    </message>
    <message>
        <source>Another program or a copy is reading them. Nothing was changed.</source>
        <translation>Otro programa o una copia los está leyendo. No se cambió nada.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Intente de nuevo en un momento.</translation>
    </message>
    <message>
        <source>The disk gave an error.</source>
        <translation>El disco dio un error.</translation>
    </message>
    <message>
        <source>What was confirmed before is kept.</source>
        <translation>Lo que ya se había confirmado se conserva.</translation>
    </message>
    <message>
        <source>Make a copy of your documents and have the disk looked at.</source>
        <translation>Haga una copia de sus documentos y haga revisar el disco.</translation>
    </message>
    <message>
        <source>The file with your documents could not be opened.</source>
        <translation>No se pudo abrir el lugar donde están sus documentos.</translation>
    </message>
    <message>
        <source>It is there, but this user may not open it. The computer says: {reason}.</source>
        <translation>Está allí, pero este usuario no puede abrirlo. El equipo dice: {reason}.</translation>
    </message>
    <message>
        <source>Check who may open it, then try again.</source>
        <translation>Revise quién puede abrirlo. Luego intente de nuevo.</translation>
    </message>
    <message>
        <source>There are no documents here yet.</source>
        <translation>Aquí todavía no hay documentos.</translation>
    </message>
    <message>
        <source>Create your folder, or choose another place.</source>
        <translation>Cree su carpeta, o escoja otro lugar.</translation>
    </message>
    <message>
        <source>There are documents here already.</source>
        <translation>Aquí ya hay documentos.</translation>
    </message>
    <message>
        <source>Nothing is ever written over them.</source>
        <translation>Nunca se escribe nada encima de ellos.</translation>
    </message>
    <message>
        <source>Open them, or choose another place.</source>
        <translation>Ábralos, o escoja otro lugar.</translation>
    </message>
    <message>
        <source>These documents are open in another program.</source>
        <translation>Estos documentos están abiertos en otro programa.</translation>
    </message>
    <message>
        <source>Two at a time would get in each other&apos;s way.</source>
        <translation>Dos a la vez se estorbarían.</translation>
    </message>
    <message>
        <source>Use the window that has them open, or close it first.</source>
        <translation>Use la ventana que los tiene abiertos, o ciérrela primero.</translation>
    </message>
    <message>
        <source>The passphrase is not right.</source>
        <translation>La frase de paso no es correcta.</translation>
    </message>
    <message>
        <source>Nothing was changed. You may try as often as you like.</source>
        <translation>No se cambió nada. Puede intentarlo las veces que quiera.</translation>
    </message>
    <message>
        <source>Check the capital letters and the language of the keyboard, and type it again.</source>
        <translation>Revise las mayúsculas y el idioma del teclado, y escríbala otra vez.</translation>
    </message>
    <message>
        <source>The recovery code is well written, but it is not the one of these documents.</source>
        <translation>El código de recuperación está bien escrito, pero no es el de estos documentos.</translation>
    </message>
    <message>
        <source>It was replaced by a newer one, or belongs to another folder.</source>
        <translation>Se reemplazó por uno más nuevo, o es de otra carpeta.</translation>
    </message>
    <message>
        <source>Look for the newest paper.</source>
        <translation>Busque el papel más reciente.</translation>
    </message>
    <message>
        <source>The file that holds the ways to open your documents is damaged.</source>
        <translation>Se dañó lo que guarda las formas de abrir sus documentos.</translation>
    </message>
    <message>
        <source>A newer version of the program wrote the ways to open these documents.</source>
        <translation>Una versión más nueva del programa escribió las formas de abrir estos documentos.</translation>
    </message>
    <message>
        <source>These documents cannot be opened that way.</source>
        <translation>Estos documentos no se abren de esa forma.</translation>
    </message>
    <message>
        <source>That way was never set up for them.</source>
        <translation>Esa forma nunca se preparó para ellos.</translation>
    </message>
    <message>
        <source>Use one of the ways they have.</source>
        <translation>Use una de las formas que tienen.</translation>
    </message>
    <message>
        <source>Your documents could not be brought to this version of the program.</source>
        <translation>Sus documentos no se pudieron pasar a esta versión del programa.</translation>
    </message>
    <message>
        <source>They are as they were, with a copy beside them.</source>
        <translation>Están como estaban, con una copia al lado.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, use the older version and tell us.</source>
        <translation>Intente de nuevo. Si se repite, use la versión anterior y cuéntenos.</translation>
    </message>
    <message>
        <source>The content of this document is not on this computer.</source>
        <translation>El contenido de este documento no está en este equipo.</translation>
    </message>
    <message>
        <source>Connect and open it again.</source>
        <translation>Conéctese y ábralo otra vez.</translation>
    </message>
    <message>
        <source>The content of this document is not whole on this computer.</source>
        <translation>El contenido de este documento no está entero en este equipo.</translation>
    </message>
    <message>
        <source>It is not shown. It is brought again from your operator, if it has it.</source>
        <translation>No se muestra. Se trae otra vez de su operador, si lo tiene.</translation>
    </message>
    <message>
        <source>This computer has no key store running.</source>
        <translation>Este equipo no tiene un llavero en funcionamiento.</translation>
    </message>
    <message>
        <source>Use your passphrase or your recovery code.</source>
        <translation>Use su frase de paso o su código de recuperación.</translation>
    </message>
    <message>
        <source>Use your passphrase or your recovery code, or start the key store (GNOME Keyring, KWallet).</source>
        <translation>Use su frase de paso o su código de recuperación, o inicie el llavero (GNOME Keyring, KWallet).</translation>
    </message>
    <message>
        <source>The program part that talks to the key store is missing.</source>
        <translation>Falta la parte que habla con el llavero.</translation>
    </message>
    <message>
        <source>Install libsecret, or use your passphrase or your recovery code.</source>
        <translation>Instale libsecret, o use su frase de paso o su código de recuperación.</translation>
    </message>
    <message>
        <source>Your system&apos;s key store is locked.</source>
        <translation>El llavero de su sistema está bloqueado.</translation>
    </message>
    <message>
        <source>The key is inside, and safe.</source>
        <translation>La llave está adentro, a salvo.</translation>
    </message>
    <message>
        <source>Open the key store with its own password, or use your passphrase or your recovery code.</source>
        <translation>Abra el llavero con su propia contraseña, o use su frase de paso o su código de recuperación.</translation>
    </message>
    <message>
        <source>The key store has no key for these documents, or is locked and does not say so.</source>
        <translation>El llavero no tiene llave para estos documentos, o está bloqueado y no lo dice.</translation>
    </message>
    <message>
        <source>Your documents are whole.</source>
        <translation>Sus documentos están enteros.</translation>
    </message>
    <message>
        <source>Open the key store, or use your passphrase or your recovery code.</source>
        <translation>Abra el llavero, o use su frase de paso o su código de recuperación.</translation>
    </message>
    <message>
        <source>The key store was not allowed to answer.</source>
        <translation>No se le permitió responder al llavero.</translation>
    </message>
    <message>
        <source>Allow it when it asks, or use your passphrase or your recovery code.</source>
        <translation>Permítalo cuando lo pida, o use su frase de paso o su código de recuperación.</translation>
    </message>
    <message>
        <source>The key store gave an error.</source>
        <translation>El llavero dio un error.</translation>
    </message>
    <message>
        <source>Your documents are whole. The computer says: {reason}.</source>
        <translation>Sus documentos están enteros. El equipo dice: {reason}.</translation>
    </message>
    <message>
        <source>This command line cannot be understood: {what}.</source>
        <translation>No se entiende este comando: {what}.</translation>
    </message>
    <message>
        <source>See carriel-cli --help.</source>
        <translation>Vea carriel-cli --help.</translation>
    </message>
    <message>
        <source>No window has these documents open; each command closes the vault when it ends.</source>
        <translation>Ninguna ventana tiene abiertos estos documentos; cada comando cierra la bóveda al terminar.</translation>
    </message>
    <message>
        <source>There is a file of that name already: {path}.</source>
        <translation>Ya hay algo con ese nombre: {path}.</translation>
    </message>
    <message>
        <source>It was not overwritten.</source>
        <translation>No se escribió encima.</translation>
    </message>
    <message>
        <source>Choose another name, or add --force.</source>
        <translation>Escoja otro nombre, o agregue --force.</translation>
    </message>
    <message>
        <source>You have no folder at this operator yet, and nobody is here to accept its terms.</source>
        <translation>Usted todavía no tiene carpeta en este operador, y no hay nadie aquí que acepte sus condiciones.</translation>
    </message>
    <message>
        <source>Log in from a terminal to read them, or add --accept-terms.</source>
        <translation>Ingrese desde una terminal para leerlas, o agregue --accept-terms.</translation>
    </message>
    <message>
        <source>The vault cannot be opened from here.</source>
        <translation>La bóveda no se puede abrir desde aquí.</translation>
    </message>
    <message>
        <source>This computer has no key store at hand, and no passphrase was given.</source>
        <translation>Este equipo no tiene un llavero a mano, y no se dio una frase de paso.</translation>
    </message>
    <message>
        <source>Run the command in a terminal, or set CARRIEL_PASSPHRASE.</source>
        <translation>Ejecute el comando en una terminal, o ponga la frase en CARRIEL_PASSPHRASE.</translation>
    </message>
    <message>
        <source>There is no vault here yet: {path}.</source>
        <translation>Aquí todavía no hay bóveda: {path}.</translation>
    </message>
    <message>
        <source>Log in first: carriel-cli --operator URL login</source>
        <translation>Ingrese primero: carriel-cli --operator URL login</translation>
    </message>
    <message>
        <source>Not everything has reached the operator.</source>
        <translation>No todo llegó al operador.</translation>
    </message>
    <message>
        <source>It is stored on this computer and waits to be sent.</source>
        <translation>Está guardado en este equipo y espera para enviarse.</translation>
    </message>
    <message>
        <source>Run carriel-cli sync later; carriel-cli status says what stands in the way.</source>
        <translation>Ejecute carriel-cli sync más tarde; carriel-cli status dice qué lo impide.</translation>
    </message>
    <message>
        <source>No folder was made at the operator.</source>
        <translation>No se abrió ninguna carpeta en el operador.</translation>
    </message>
    <message>
        <source>Log in again if you change your mind.</source>
        <translation>Ingrese otra vez si cambia de opinión.</translation>
    </message>
    <message>
        <source>The operator could not be reached.</source>
        <translation>No se pudo contactar al operador.</translation>
    </message>
    <message>
        <source>Everything on this computer can be used, and your changes wait here.</source>
        <translation>Todo lo de este equipo se puede usar, y sus cambios esperan aquí.</translation>
    </message>
    <message>
        <source>Check the connection and run carriel-cli sync again.</source>
        <translation>Revise la conexión y ejecute otra vez carriel-cli sync.</translation>
    </message>
    <message>
        <source>Your operator says: &quot;%1&quot;.</source>
        <translation>Su operador dice: «%1».</translation>
    </message>
    <message>
        <source>This is not the address of an operator: {url}.</source>
        <translation>Esta no es la dirección de un operador: {url}.</translation>
    </message>
    <message>
        <source>An operator&apos;s address is https:// and a name without blanks; with https nobody can listen. Nothing was sent.</source>
        <translation>La dirección de un operador es https:// y un nombre sin espacios; con https nadie puede escuchar. No se envió nada.</translation>
    </message>
    <message>
        <source>Write it as it stands on your operator&apos;s web page, with https:// at its beginning.</source>
        <translation>Escríbala como está en la página de su operador, con https:// al comienzo.</translation>
    </message>
    <message>
        <source>No browser could be opened to log in.</source>
        <translation>No se pudo abrir ningún navegador para ingresar.</translation>
    </message>
    <message>
        <source>The command for it is not there or failed, and there is no terminal to show the address in. You were not logged in.</source>
        <translation>El programa para abrirlo no está o falló, y no hay una terminal donde mostrar la dirección. Usted no ingresó.</translation>
    </message>
    <message>
        <source>Run the command in a terminal, or name a browser: --browser firefox.</source>
        <translation>Ejecute la orden en una terminal, o indique un navegador: --browser firefox.</translation>
    </message>
    <message>
        <source>Your documents are whole: there is nothing to save from a damaged file.</source>
        <translation>Sus documentos están completos: no hay nada que rescatar de un archivo dañado.</translation>
    </message>
    <message>
        <source>The name &quot;{name}&quot; is too long.</source>
        <translation>El nombre «{name}» es demasiado largo.</translation>
    </message>
    <message>
        <source>Your operator takes names of {most} bytes at most; letters with accents count two. Nothing was changed.</source>
        <translation>Su operador recibe nombres de {most} bytes como máximo; las letras con tilde cuentan dos. No se cambió nada.</translation>
    </message>
    <message>
        <source>Choose a shorter name.</source>
        <translation>Escoja un nombre más corto.</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; cannot be a name.</source>
        <translation>«{name}» no puede ser un nombre.</translation>
    </message>
    <message>
        <source>A name needs letters or numbers that can be seen; &quot;.&quot; and &quot;..&quot; are none.</source>
        <translation>Un nombre necesita letras o números que se vean; «.» y «..» no lo son.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Escoja otro nombre.</translation>
    </message>
    <message>
        <source>There would be too many folders inside each other.</source>
        <translation>Quedarían demasiadas carpetas una dentro de otra.</translation>
    </message>
    <message>
        <source>Your operator takes {most} at most. Nothing was changed.</source>
        <translation>Su operador recibe {most} como máximo. No se cambió nada.</translation>
    </message>
    <message>
        <source>Choose a folder further up.</source>
        <translation>Escoja una carpeta de más arriba.</translation>
    </message>
    <message>
        <source>The label &quot;{name}&quot; is too long.</source>
        <translation>La etiqueta «{name}» es demasiado larga.</translation>
    </message>
    <message>
        <source>A label has {most} characters at most. Nothing was changed.</source>
        <translation>Una etiqueta tiene {most} caracteres como máximo. No se cambió nada.</translation>
    </message>
    <message>
        <source>Choose a shorter one, and write the rest as a note.</source>
        <translation>Escoja una más corta y escriba lo demás como nota.</translation>
    </message>
    <message>
        <source>There are too many labels.</source>
        <translation>Son demasiadas etiquetas.</translation>
    </message>
    <message>
        <source>A document has {most} labels at most. Nothing was changed.</source>
        <translation>Un documento tiene {most} etiquetas como máximo. No se cambió nada.</translation>
    </message>
    <message>
        <source>Take some off first.</source>
        <translation>Quite algunas primero.</translation>
    </message>
    <message>
        <source>The note is too long.</source>
        <translation>La nota es demasiado larga.</translation>
    </message>
    <message>
        <source>A note has {most} characters at most. Nothing was changed.</source>
        <translation>Una nota tiene {most} caracteres como máximo. No se cambió nada.</translation>
    </message>
    <message>
        <source>Shorten it, or add it as a document of its own.</source>
        <translation>Acórtela, o agréguela como un documento aparte.</translation>
    </message>
    <message>
        <source>The document type is too long.</source>
        <translation>La tipología es demasiado larga.</translation>
    </message>
    <message>
        <source>It has {most} characters at most. Nothing was changed.</source>
        <translation>Tiene {most} caracteres como máximo. No se cambió nada.</translation>
    </message>
    <message>
        <source>Choose a shorter one.</source>
        <translation>Escoja una más corta.</translation>
    </message>
    <message>
        <source>Too much is said about this document.</source>
        <translation>Se dice demasiado sobre este documento.</translation>
    </message>
    <message>
        <source>Note, labels and the other facts together are more than your operator takes. Nothing was changed.</source>
        <translation>La nota, las etiquetas y los demás datos juntos son más de lo que su operador recibe. No se cambió nada.</translation>
    </message>
    <message>
        <source>Shorten the note or take labels off.</source>
        <translation>Acorte la nota o quite etiquetas.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>No hay ningún archivo {path}.</translation>
    </message>
    <message>
        <source>It is not there any more, or its name is written differently. Nothing was added from it.</source>
        <translation>Ya no está allí, o el nombre se escribe de otra forma. De él no se agregó nada.</translation>
    </message>
    <message>
        <source>Check the name and try again.</source>
        <translation>Revise el nombre e intente de nuevo.</translation>
    </message>
    <message>
        <source>{path} is a folder of this computer, not a file.</source>
        <translation>{path} es una carpeta de este equipo, no un archivo.</translation>
    </message>
    <message>
        <source>Nothing was added from it.</source>
        <translation>De ella no se agregó nada.</translation>
    </message>
    <message>
        <source>To add all that is in it, use put --recursive, or drop the folder into the window.</source>
        <translation>Para agregar todo lo que contiene, use put --recursive, o suelte la carpeta en la ventana.</translation>
    </message>
    <message>
        <source>{path} is not a file that holds a document.</source>
        <translation>{path} no es un archivo que contenga un documento.</translation>
    </message>
    <message>
        <source>It is a pipe, a device or something of the kind. Nothing was added from it.</source>
        <translation>Es una tubería, un dispositivo o algo parecido. De él no se agregó nada.</translation>
    </message>
    <message>
        <source>Save its content in a file and add that file.</source>
        <translation>Guarde su contenido en un archivo y agregue ese archivo.</translation>
    </message>
    <message>
        <source>You are not allowed to read {path}.</source>
        <translation>Usted no tiene permiso para leer {path}.</translation>
    </message>
    <message>
        <source>The computer keeps it for somebody else. Nothing was added from it.</source>
        <translation>El equipo lo reserva para otra persona. De él no se agregó nada.</translation>
    </message>
    <message>
        <source>Ask for permission to read it, or copy it to a place of your own.</source>
        <translation>Pida permiso para leerlo, o cópielo a un lugar suyo.</translation>
    </message>
    <message>
        <source>The name of {path} is not written in a way this program can read.</source>
        <translation>El nombre de {path} no está escrito de una forma que este programa pueda leer.</translation>
    </message>
    <message>
        <source>It holds bytes that are no text (not UTF-8), so the file cannot be opened by it. Nothing was added from it.</source>
        <translation>Tiene bytes que no son texto (no es UTF-8), así que el archivo no se puede abrir con él. De él no se agregó nada.</translation>
    </message>
    <message>
        <source>Give the file another name and try again.</source>
        <translation>Póngale otro nombre al archivo e intente de nuevo.</translation>
    </message>
    <message>
        <source>There is no command &quot;{what}&quot;.</source>
        <translation>No hay ninguna orden «{what}».</translation>
    </message>
    <message>
        <source>See the commands with carriel-cli --help.</source>
        <translation>Vea las órdenes con carriel-cli --help.</translation>
    </message>
    <message>
        <source>The option {what} is not known here.</source>
        <translation>La opción {what} no se conoce aquí.</translation>
    </message>
    <message>
        <source>How it is written: carriel-cli {usage}</source>
        <translation>Se escribe así: carriel-cli {usage}</translation>
    </message>
    <message>
        <source>After {what} a value is missing.</source>
        <translation>Después de {what} falta un valor.</translation>
    </message>
    <message>
        <source>Something is missing after &quot;{what}&quot;.</source>
        <translation>Falta algo después de «{what}».</translation>
    </message>
    <message>
        <source>There is one word too many: &quot;{what}&quot;.</source>
        <translation>Sobra una palabra: «{what}».</translation>
    </message>
    <message>
        <source>If it belongs to a name with blanks, put the name between quotes. How it is written: carriel-cli {usage}</source>
        <translation>Si hace parte de un nombre con espacios, ponga el nombre entre comillas. Se escribe así: carriel-cli {usage}</translation>
    </message>
    <message>
        <source>&quot;{what}&quot; does not do here.</source>
        <translation>«{what}» no sirve aquí.</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is a folder.</source>
        <translation>«{name}» es una carpeta.</translation>
    </message>
    <message>
        <source>Look inside with carriel-cli ls; this command works on one document.</source>
        <translation>Mire adentro con carriel-cli ls; esta orden trabaja con un documento.</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is a document, not a folder.</source>
        <translation>«{name}» es un documento, no una carpeta.</translation>
    </message>
    <message>
        <source>Name a folder, or another name that is free.</source>
        <translation>Diga una carpeta, u otro nombre que esté libre.</translation>
    </message>
    <message>
        <source>Nobody is here to confirm it.</source>
        <translation>No hay nadie para confirmarlo.</translation>
    </message>
    <message>
        <source>Run it in a terminal, or add --yes.</source>
        <translation>Ejecútela en una terminal, o agregue --yes.</translation>
    </message>
    <message>
        <source>You did not confirm it.</source>
        <translation>Usted no lo confirmó.</translation>
    </message>
    <message>
        <source>Run it again if you change your mind.</source>
        <translation>Ejecútela otra vez si cambia de idea.</translation>
    </message>
    <message>
        <source>Put back {path} from a copy. Keep the file vault.db beside it: your documents are in it.</source>
        <translation>Vuelva a poner {path} desde una copia. Conserve el archivo vault.db que está a su lado: en él están sus documentos.</translation>
    </message>
    <message>
        <source>Your documents are as they were, but encrypted: without it they do not open.</source>
        <translation>Sus documentos están como estaban, pero cifrados: sin ese archivo no se abren.</translation>
    </message>
    <message>
        <source>The file with your documents is not there: {path}.</source>
        <translation>El archivo con sus documentos no está: {path}.</translation>
    </message>
    <message>
        <source>The file with the ways to open it is. Somebody moved or deleted it; this program did not.</source>
        <translation>El archivo con las formas de abrirlo sí está. Alguien lo movió o lo borró; este programa no fue.</translation>
    </message>
    <message>
        <source>Put it back from where it was moved, or from a copy. If there is none, begin a new one with the same keys.</source>
        <translation>Vuelva a ponerlo desde donde quedó, o desde una copia. Si no hay ninguna, comience uno nuevo con las mismas llaves.</translation>
    </message>
    <message>
        <source>The file that holds the ways to open your documents is not there: {path}.</source>
        <translation>El archivo con las formas de abrir sus documentos no está: {path}.</translation>
    </message>
    <message>
        <source>Put it back from a copy. Keep the file vault.db beside it: your documents are in it.</source>
        <translation>Vuelva a ponerlo desde una copia. Conserve el archivo vault.db que está a su lado: en él están sus documentos.</translation>
    </message>
    <message>
        <source>The key is right, but it does not open the file with your documents.</source>
        <translation>La llave es la correcta, pero no abre el archivo con sus documentos.</translation>
    </message>
    <message>
        <source>The beginning of the file is damaged, or it belongs to another folder than its keys. Nothing was changed.</source>
        <translation>El comienzo del archivo está dañado, o es de otra carpeta que sus llaves. No se cambió nada.</translation>
    </message>
    <message>
        <source>If you put files back from a copy, take vault.db and vault.keys from the same one. Otherwise save what can be read of it.</source>
        <translation>Si recuperó archivos de una copia, tome vault.db y vault.keys de la misma. Si no, rescate lo que se pueda leer.</translation>
    </message>
    <message>
        <source>If your documents were here before, put vault.db back from a copy. Otherwise choose another place for your folder.</source>
        <translation>Si sus documentos estaban aquí, vuelva a poner vault.db desde una copia. Si no, escoja otro lugar para su carpeta.</translation>
    </message>
    <message>
        <source>There is no card with this key.</source>
        <translation>No hay una tarjeta con esta llave.</translation>
    </message>
    <message>
        <source>None is in the reader, or it was taken out. Nothing was signed.</source>
        <translation>No hay ninguna en el lector, o se retiró. No se firmó nada.</translation>
    </message>
    <message>
        <source>Put the card or token in and try again.</source>
        <translation>Ponga la tarjeta o el token e intente de nuevo.</translation>
    </message>
    <message>
        <source>The card&apos;s driver does not answer.</source>
        <translation>El controlador de la tarjeta no responde.</translation>
    </message>
    <message>
        <source>It was stopped ({what}) so that the program goes on. Nothing was signed.</source>
        <translation>Se detuvo ({what}) para que el programa siga. No se firmó nada.</translation>
    </message>
    <message>
        <source>Take the card out, put it in again, and try once more. If it stays so, renew its driver.</source>
        <translation>Retire la tarjeta, póngala de nuevo e intente otra vez. Si sigue igual, actualice su controlador.</translation>
    </message>
    <message>
        <source>One more wrong PIN would lock the card.</source>
        <translation>Un PIN errado más bloquearía la tarjeta.</translation>
    </message>
    <message>
        <source>No PIN was tried and nothing was signed.</source>
        <translation>No se probó ningún PIN y no se firmó nada.</translation>
    </message>
    <message>
        <source>Be sure of the PIN first. --last-try tries it once.</source>
        <translation>Esté seguro del PIN primero. --last-try lo prueba una vez.</translation>
    </message>
    <message>
        <source>This container is not put together as it should be.</source>
        <translation>Este contenedor no está armado como debe.</translation>
    </message>
    <message>
        <source>Two programs could see different things in it, so it is not trusted: {what}.</source>
        <translation>Dos programas podrían ver cosas distintas en él, así que no se confía en él: {what}.</translation>
    </message>
    <message>
        <source>That signature field cannot be signed.</source>
        <translation>Ese campo de firma no se puede firmar.</translation>
    </message>
    <message>
        <source>Field “{field}”: {reason}. Nothing was signed.</source>
        <translation>Campo «{field}»: {reason}. No se firmó nada.</translation>
    </message>
    <message>
        <source>Choose another field, or sign without one.</source>
        <translation>Elija otro campo, o firme sin campo.</translation>
    </message>
    <message>
        <source>Another computer changed the same meanwhile: now it is called {name}.</source>
        <translation>Otro equipo cambió lo mismo entre tanto: ahora se llama {name}.</translation>
    </message>
    <message>
        <source>What your operator has is shown. What you asked for was kept as a conflict; nothing is lost.</source>
        <translation>Se muestra lo que tiene su operador. Lo que usted pidió quedó guardado como un conflicto; nada se perdió.</translation>
    </message>
    <message>
        <source>See both with carriel-cli conflicts, and say which one holds with carriel-cli resolve.</source>
        <translation>Vea los dos con carriel-cli conflicts y diga cuál vale con carriel-cli resolve.</translation>
    </message>
    <message>
        <source>The page on which you log in ({host}) cannot be reached.</source>
        <translation>No se puede llegar a la página en la que usted ingresa ({host}).</translation>
    </message>
    <message>
        <source>It is another service than your operator, and without it nobody can be let in. Nothing was lost.</source>
        <translation>Es un servicio distinto de su operador, y sin él nadie puede ingresar. Nada se perdió.</translation>
    </message>
    <message>
        <source>Check that you have internet. If other pages open, that service is out of order: try again later.</source>
        <translation>Revise que tenga internet. Si otras páginas abren, ese servicio está caído: intente más tarde.</translation>
    </message>
    <message>
        <source>This computer was removed from your folder at the operator.</source>
        <translation>Este computador fue retirado de su carpeta en el operador.</translation>
    </message>
    <message>
        <source>Nothing new comes or goes. The documents that are here stay here and can be used.</source>
        <translation>Nada nuevo entra ni sale. Los documentos que están aquí se quedan aquí y se pueden usar.</translation>
    </message>
    <message>
        <source>If it was you and you want it back, log in again: it is added as a new one. If it was not you, look at the list of your computers.</source>
        <translation>Si fue usted y lo quiere de vuelta, ingrese otra vez: se añade como uno nuevo. Si no fue usted, mire la lista de sus computadores.</translation>
    </message>
    <message>
        <source>Nothing was made on this computer.</source>
        <translation>No se creó nada en este equipo.</translation>
    </message>
    <message>
        <source>The key is not open any more.</source>
        <translation>La llave ya no está abierta.</translation>
    </message>
    <message>
        <source>It is closed some minutes after its last use, and when the program ends. Nothing was signed with it meanwhile.</source>
        <translation>Se cierra unos minutos después de su último uso y cuando el programa termina. Entre tanto no se firmó nada con ella.</translation>
    </message>
    <message>
        <source>Choose your identity again and go on.</source>
        <translation>Elija de nuevo su identidad y continúe.</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; was changed after it was signed.</source>
        <translation>«{name}» cambió después de que se firmó.</translation>
    </message>
    <message>
        <source>Its timestamp belongs to the version that was signed, which is in its history.</source>
        <translation>La estampa cronológica corresponde a la versión firmada, que está en su historial.</translation>
    </message>
    <message>
        <source>Take that version back from the history, or sign the document as it is now.</source>
        <translation>Recupere esa versión del historial, o firme el documento como está ahora.</translation>
    </message>
    <message>
        <source>The signing service did not sign.</source>
        <translation>El servicio de firma no firmó.</translation>
    </message>
    <message>
        <source>You did not allow it, the permission had ended, or the service refused. Nothing was signed.</source>
        <translation>Usted no lo autorizó, el permiso ya había terminado o el servicio lo rechazó. No se firmó nada.</translation>
    </message>
    <message>
        <source>Log in at the service again and allow the signature in the browser.</source>
        <translation>Ingrese de nuevo al servicio y autorice la firma en el navegador.</translation>
    </message>
    <message>
        <source>Try again. If you refused on that page, it was not done, as you wished. If you have no account there, create one first.</source>
        <translation>Inténtelo de nuevo. Si fue usted quien no aceptó en esa página, no se hizo nada, como usted quiso. Si allí no tiene cuenta, créela primero.</translation>
    </message>
    <message>
        <source>This folder belongs to another person than the one who logged in. Nothing was changed.</source>
        <translation>Esta carpeta es de otra persona, no de quien ingresó. No se cambió nada.</translation>
    </message>
    <message>
        <source>{what} is missing.</source>
        <translation>Falta {what}.</translation>
    </message>
    <message>
        <source>Without it this cannot be done. Nothing was done.</source>
        <translation>Sin eso no se puede hacer lo que pide. No se hizo nada.</translation>
    </message>
    <message>
        <source>Add it. How it is written: carriel-cli help sign</source>
        <translation>Agréguelo. Así se escribe: carriel-cli help sign</translation>
    </message>
    <message>
        <source>There is no variable {name}.</source>
        <translation>La variable {name} no existe.</translation>
    </message>
    <message>
        <source>--pin-env names the variable with the password or PIN. Nothing was done.</source>
        <translation>--pin-env nombra la variable que tiene la contraseña o el PIN. No se hizo nada.</translation>
    </message>
    <message>
        <source>Set it with export, or leave --pin-env out to be asked.</source>
        <translation>Créela con export, o quite --pin-env para que se le pregunte.</translation>
    </message>
    <message>
        <source>{what} and {other} do not go together.</source>
        <translation>{what} y {other} no van juntos.</translation>
    </message>
    <message>
        <source>Leave one of them out.</source>
        <translation>Quite uno de los dos.</translation>
    </message>
    <message>
        <source>The folder {path} is not there.</source>
        <translation>La carpeta {path} no existe.</translation>
    </message>
    <message>
        <source>Results need a folder that is there. Nothing was done.</source>
        <translation>Los resultados necesitan una carpeta que exista. No se hizo nada.</translation>
    </message>
    <message>
        <source>Make the folder first, or name another one after -o.</source>
        <translation>Cree la carpeta primero, o ponga otra después de -o.</translation>
    </message>
    <message>
        <source>The certificate is revoked.</source>
        <translation>El certificado está revocado.</translation>
    </message>
    <message>
        <source>Who issued it does not answer for it any more, so a signature with it does not hold. Nothing was written.</source>
        <translation>Quien lo expidió ya no responde por él, así que una firma con él no se sostiene. No se escribió nada.</translation>
    </message>
    <message>
        <source>Use another certificate. If it is yours and you did not have it revoked, ask whoever issued it why.</source>
        <translation>Use otro certificado. Si es suyo y usted no pidió revocarlo, pregunte por qué a quien lo expidió.</translation>
    </message>
    <message>
        <source>None of its signatures holds.</source>
        <translation>Ninguna de sus firmas se sostiene.</translation>
    </message>
    <message>
        <source>Timestamps and proofs would not mend them, so nothing was written.</source>
        <translation>Las estampas y las pruebas no las arreglarían, así que no se escribió nada.</translation>
    </message>
    <message>
        <source>Verify it to see why, and ask for the original.</source>
        <translation>Compruébelo para ver por qué, y pida el original.</translation>
    </message>
    <message>
        <source>A result would be written over a file of this same command.</source>
        <translation>Un resultado quedaría encima de otro archivo de esta misma orden.</translation>
    </message>
    <message>
        <source>It is an original, or another result: {path}. It was not touched, not even with --force.</source>
        <translation>Es un original u otro resultado: {path}. No se tocó, ni siquiera con --force.</translation>
    </message>
    <message>
        <source>Choose another name or folder for the result.</source>
        <translation>Elija otro nombre u otra carpeta para el resultado.</translation>
    </message>
    <message>
        <source>The part of the program that reads signed files is missing.</source>
        <translation>Falta la parte del programa que lee archivos firmados.</translation>
    </message>
    <message>
        <source>carriel-verify belongs beside the program and does not start, so nothing can be said about this file. The file was not changed.</source>
        <translation>carriel-verify debe estar junto al programa y no arranca, así que no se puede decir nada de este archivo. El archivo no cambió.</translation>
    </message>
    <message>
        <source>Install Carriel again.</source>
        <translation>Instale Carriel de nuevo.</translation>
    </message>
    <message>
        <source>The visible box would not be seen there.</source>
        <translation>El recuadro visible no se vería ahí.</translation>
    </message>
    <message>
        <source>Choose a page and a place on it, at least 60 by 18 points large.</source>
        <translation>Elija una página y un lugar en ella, de al menos 60 por 18 puntos.</translation>
    </message>
    <message>
        <source>That is not the password of this key file.</source>
        <translation>Esa no es la contraseña de este archivo de llave.</translation>
    </message>
    <message>
        <source>Nothing was signed. You can try as often as you like.</source>
        <translation>No se firmó nada. Puede intentarlo las veces que quiera.</translation>
    </message>
    <message>
        <source>Look at capital letters and the keyboard&apos;s language, and try again.</source>
        <translation>Revise las mayúsculas y el idioma del teclado, e intente de nuevo.</translation>
    </message>
    <message>
        <source>There is no such key on the card.</source>
        <translation>En la tarjeta no hay una llave así.</translation>
    </message>
    <message>
        <source>Check the name after object=, or leave it out to choose.</source>
        <translation>Revise el nombre después de object=, o quítelo para escoger.</translation>
    </message>
    <message>
        <source>The card&apos;s driver cannot be opened: {what}.</source>
        <translation>No se puede abrir el controlador de la tarjeta: {what}.</translation>
    </message>
    <message>
        <source>Check that this file is there and is the driver of your card.</source>
        <translation>Revise que ese archivo exista y sea el controlador de su tarjeta.</translation>
    </message>
    <message>
        <source>Another computer destroyed “{name}” together with many others, and you have not said yet whether that was meant.</source>
        <translation>Otro equipo eliminó definitivamente «{name}» junto con muchos otros, y usted aún no ha dicho si así debía ser.</translation>
    </message>
    <message>
        <source>It is kept here to be read; until you answer it cannot be changed.</source>
        <translation>Aquí se conserva para leerlo; mientras usted no responda, no se puede cambiar.</translation>
    </message>
    <message>
        <source>Answer in Transfers, under Problems: bring them back, or it was meant.</source>
        <translation>Responda en Transferencias, en Problemas: recuperarlos, o así debía ser.</translation>
    </message>
    <message>
        <source>Your receipt was sent, and the answer did not come. The program asks your operator again by itself and, if the receipt did not arrive, sends the same one again while it is valid (15 minutes).</source>
        <translation>Su acuse de recibo se envió y la respuesta no llegó. El programa vuelve a preguntar por sí solo a su operador y, si el acuse no alcanzó a llegar, envía otra vez el mismo mientras sea válido (15 minutos).</translation>
    </message>
    <message>
        <source>Your operator has not proven when it was opened.</source>
        <translation>Su operador no ha probado cuándo se abrió.</translation>
    </message>
    <message>
        <source>It took your receipt and gave the key, without its signed record of the moment. What came stays closed until that record is here, and the program asks for it by itself.</source>
        <translation>Recibió su acuse y entregó la llave, pero sin su registro firmado del momento. Lo que llegó queda cerrado hasta tener ese registro, y el programa lo pide por sí solo.</translation>
    </message>
    <message>
        <source>If it stays so, ask your operator.</source>
        <translation>Si sigue así, pregunte a su operador.</translation>
    </message>
    <message>
        <source>This request cannot be answered.</source>
        <translation>Esta solicitud no se puede responder.</translation>
    </message>
    <message>
        <source>It could not be proven that it is an entity&apos;s, in force and for you ({reason}). Nothing was given to anybody.</source>
        <translation>No se pudo comprobar que sea de una entidad, que esté vigente y que sea para usted ({reason}). No se le entregó nada a nadie.</translation>
    </message>
    <message>
        <source>Begin again on the entity&apos;s own page; if it stays so, ask the entity.</source>
        <translation>Comience de nuevo en la página de la entidad; si sigue igual, pregúntele a la entidad.</translation>
    </message>
    <message>
        <source>The request could not be read from the entity&apos;s page.</source>
        <translation>No se pudo leer la solicitud en la página de la entidad.</translation>
    </message>
    <message>
        <source>{host} did not give it ({reason}). Nothing was given to anybody.</source>
        <translation>{host} no la entregó ({reason}). No se le entregó nada a nadie.</translation>
    </message>
    <message>
        <source>Try again, or download the request on that page and open the file.</source>
        <translation>Inténtelo de nuevo, o descargue la solicitud en esa página y abra el archivo.</translation>
    </message>
    <message>
        <source>A document that the entity needs is missing.</source>
        <translation>Falta un documento que la entidad necesita.</translation>
    </message>
    <message>
        <source>It asks for &quot;{title}&quot;, and none was chosen or more than one would serve. Nothing was given.</source>
        <translation>Pide «{title}», y no se eligió ninguno o hay más de uno que sirve. No se entregó nada.</translation>
    </message>
    <message>
        <source>Choose one with --with {ask}=DOCUMENT.</source>
        <translation>Elija uno con --with {ask}=DOCUMENTO.</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; does not serve for this request.</source>
        <translation>«{name}» no sirve para esta solicitud.</translation>
    </message>
    <message>
        <source>The entity asks for documents of another type, issuer, age or format, or for fewer. Nothing was given.</source>
        <translation>La entidad pide documentos de otro tipo, emisor, fecha o formato, o menos documentos. No se entregó nada.</translation>
    </message>
    <message>
        <source>Choose another document.</source>
        <translation>Elija otro documento.</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; changed after you saw it.</source>
        <translation>«{name}» cambió después de que usted lo vio.</translation>
    </message>
    <message>
        <source>Only the version that you saw is given, so nothing was given.</source>
        <translation>Solo se entrega la versión que usted vio, así que no se entregó nada.</translation>
    </message>
    <message>
        <source>Look at the document and give it again.</source>
        <translation>Revise el documento y apórtelo de nuevo.</translation>
    </message>
    <message>
        <source>The documents are too large to be given together.</source>
        <translation>Los documentos son demasiado grandes para entregarlos juntos.</translation>
    </message>
    <message>
        <source>They have {size} bytes; at most {limit} can go in one package. Nothing was given.</source>
        <translation>Tienen {size} bytes; en un paquete caben {limit} como máximo. No se entregó nada.</translation>
    </message>
    <message>
        <source>Choose smaller copies, or ask the entity how it takes large documents.</source>
        <translation>Elija copias más livianas, o pregúntele a la entidad cómo recibe documentos grandes.</translation>
    </message>
    <message>
        <source>Your operator did not take the documents.</source>
        <translation>Su operador no recibió los documentos.</translation>
    </message>
    <message>
        <source>Its reason: {code}. {operator_words} Nothing was given to the entity.</source>
        <translation>El motivo: {code}. {operator_words} No se le entregó nada a la entidad.</translation>
    </message>
    <message>
        <source>Begin again on the entity&apos;s page; if it stays so, ask your operator.</source>
        <translation>Comience de nuevo en la página de la entidad; si sigue igual, pregúntele a su operador.</translation>
    </message>
    <message>
        <source>There is no such contribution here.</source>
        <translation>Aquí no hay un aporte así.</translation>
    </message>
    <message>
        <source>Look at the list of your contributions.</source>
        <translation>Revise la lista de sus aportes.</translation>
    </message>
    <message>
        <source>Nothing was given.</source>
        <translation>No se entregó nada.</translation>
    </message>
    <message>
        <source>The documents are given only when you say so.</source>
        <translation>Los documentos se entregan solo cuando usted lo dice.</translation>
    </message>
    <message>
        <source>Read who asks, what for and what exactly, and say --yes.</source>
        <translation>Lea quién los pide, para qué y cuáles exactamente, y diga --yes.</translation>
    </message>
    <message>
        <source>It is too late to cancel this.</source>
        <translation>Ya es tarde para cancelar esto.</translation>
    </message>
    <message>
        <source>The documents have been sent, or may have been. Who has received a document keeps it.</source>
        <translation>Los documentos se enviaron, o pudieron enviarse. Quien recibió un documento lo conserva.</translation>
    </message>
    <message>
        <source>Ask the entity to reject the filing.</source>
        <translation>Pídale a la entidad que rechace la radicación.</translation>
    </message>
    <message>
        <source>The operator&apos;s record of your activity was changed.</source>
        <translation>El registro de su actividad que lleva el operador fue cambiado.</translation>
    </message>
    <message>
        <source>What the operator says now does not continue what it said before ({reason}). What is here stays as it was.</source>
        <translation>Lo que el operador dice ahora no continúa lo que dijo antes ({reason}). Lo que hay aquí sigue como estaba.</translation>
    </message>
    <message>
        <source>It has no legal effect; your operator records that you open it, and when.</source>
        <translation>No tiene efecto legal; su operador registra que usted la abre y cuándo.</translation>
    </message>
    <message>
        <source>To read it, say --yes-i-understand.</source>
        <translation>Para leerla, diga --yes-i-understand.</translation>
    </message>
    <message>
        <source>This is another key than the one chosen for this document.</source>
        <translation>Esta es otra llave, no la que se eligió para este documento.</translation>
    </message>
    <message>
        <source>Nothing was signed; nothing is wrong with either key.</source>
        <translation>No se firmó nada; ninguna de las dos llaves tiene problema.</translation>
    </message>
    <message>
        <source>Open the key that was chosen then, or give up and sign the document anew with this one.</source>
        <translation>Abra la llave que eligió entonces, o desista y firme el documento de nuevo con esta.</translation>
    </message>
    <message>
        <source>That page is not in the document, the box is not all on it, or it is too small to be read. Nothing was signed. Page: {page}. Points: {size}.</source>
        <translation>Esa página no está en el documento, el cuadro no cabe entero en ella o es demasiado pequeño para leerse. No se firmó nada. Página: {page}. Puntos: {size}.</translation>
    </message>
    <message>
        <source>Nobody could check a signature on this PDF.</source>
        <translation>Nadie podría comprobar una firma en este PDF.</translation>
    </message>
    <message>
        <source>Its form is put together so that two programs would see different fields in it. Nothing was signed.</source>
        <translation>Su formulario está armado de modo que dos programas verían campos distintos. No se firmó nada.</translation>
    </message>
    <message>
        <source>Ask whoever made it for it again, or sign it in a container or as a signature beside it.</source>
        <translation>Pídalo de nuevo a quien lo hizo, o fírmelo en un contenedor o con una firma aparte.</translation>
    </message>
    <message>
        <source>The folder &quot;{name}&quot; does not fit any more where you put it.</source>
        <translation>La carpeta «{name}» ya no cabe donde usted la puso.</translation>
    </message>
    <message>
        <source>On another computer, the folder that you put it into was put into this one. Each would lie inside the other. Nothing was changed.</source>
        <translation>En otro equipo, la carpeta en la que usted la puso se movió dentro de ella: cada una quedaría dentro de la otra. No se cambió nada.</translation>
    </message>
    <message>
        <source>Keep what the operator has, or take the other folder out of this one first, and decide then.</source>
        <translation>Deje lo que tiene el operador, o saque primero la otra carpeta de esta y decida después.</translation>
    </message>
    <message>
        <source>This notification is too large to be opened.</source>
        <translation>Esta notificación es demasiado grande para abrirse.</translation>
    </message>
    <message>
        <source>It has {size}, and this program opens up to {limit}. Nothing was opened.</source>
        <translation>Tiene {size} y este programa abre hasta {limit}. No se abrió nada.</translation>
    </message>
    <message>
        <source>Ask the entity to send it in smaller parts, or to notify you by other means.</source>
        <translation>Pídale a la entidad que la envíe en partes más pequeñas o que lo notifique por otro medio.</translation>
    </message>
    <message>
        <source>The window with your documents is locked.</source>
        <translation>La ventana con sus documentos está bloqueada.</translation>
    </message>
    <message>
        <source>A command would open it for whoever sits before it, so it did nothing.</source>
        <translation>Una orden la abriría para quien esté delante de la pantalla; por eso no hizo nada.</translation>
    </message>
    <message>
        <source>Unlock it there or with carriel-cli unlock, or close it.</source>
        <translation>Desbloquéela allí o con carriel-cli unlock, o ciérrela.</translation>
    </message>
    <message>
        <source>There is nothing to cancel any more.</source>
        <translation>Ya no hay nada que cancelar.</translation>
    </message>
    <message>
        <source>What was to be given came back to you, or was cancelled, before. Nothing was given.</source>
        <translation>Lo que se iba a entregar ya había vuelto a usted o se había cancelado. No se entregó nada.</translation>
    </message>
    <message>
        <source>Answer the request again if you still want to give the documents.</source>
        <translation>Responda otra vez la solicitud si todavía quiere entregar los documentos.</translation>
    </message>
    <message>
        <source>You have answered this request already.</source>
        <translation>Usted ya respondió esta solicitud.</translation>
    </message>
    <message>
        <source>This request has been answered already.</source>
        <translation>Esta solicitud ya tiene respuesta.</translation>
    </message>
    <message>
        <source>Your operator has an answer to it, and a request takes one. Nothing was given now.</source>
        <translation>Su operador ya tiene una respuesta a ella, y una solicitud recibe una sola. Ahora no se entregó nada.</translation>
    </message>
    <message>
        <source>If it was you, on another computer, it comes here with the next sync. If it was not, ask the entity.</source>
        <translation>Si fue usted, desde otro equipo, llega aquí con la próxima sincronización. Si no fue usted, pregunte a la entidad.</translation>
    </message>
    <message>
        <source>You stopped the sending of “{name}”.</source>
        <translation>Usted detuvo el envío de «{name}».</translation>
    </message>
    <message>
        <source>It is safe on this computer; your operator does not have it.</source>
        <translation>Está a salvo en este equipo; su operador no lo tiene.</translation>
    </message>
    <message>
        <source>Try again to send it, or put it into the trash if you do not want it.</source>
        <translation>Reintente para enviarlo, o échelo a la papelera si no lo quiere.</translation>
    </message>
    <message>
        <source>Your operator counts other documents than it shows: {there}, and {here} are known here.</source>
        <translation>Su operador cuenta otros documentos que los que muestra: {there}, y aquí se conocen {here}.</translation>
    </message>
    <message>
        <source>Its whole list is read once more. What it lacks is kept here, and you are asked about it.</source>
        <translation>Su lista completa se lee otra vez. Lo que le falte se conserva aquí y se le pregunta a usted.</translation>
    </message>
    <message>
        <source>If this stays, tell your operator; your record says when it was noticed.</source>
        <translation>Si esto sigue, avise a su operador; su registro dice cuándo se notó.</translation>
    </message>
    <message>
        <source>No recovery code was given.</source>
        <translation>No se dio ningún código de recuperación.</translation>
    </message>
    <message>
        <source>Nothing was opened and nothing was changed.</source>
        <translation>No se abrió ni se cambió nada.</translation>
    </message>
    <message>
        <source>Run the command in a terminal, or set CARRIEL_RECOVERY_CODE.</source>
        <translation>Ejecute la orden en una terminal, o ponga el código en CARRIEL_RECOVERY_CODE.</translation>
    </message>
    <message>
        <source>The reason: {state}. Nothing was opened.</source>
        <translation>La razón: {state}. No se abrió nada.</translation>
    </message>
    <message>
        <source>Nobody is found under this number.</source>
        <translation>Nadie aparece con este número.</translation>
    </message>
    <message>
        <source>Either {id} has no folder at your operator, or does not want to be found. Your operator does not say which. Nothing was shared.</source>
        <translation>{id} no tiene carpeta con su operador, o no permite que lo encuentren; su operador no dice cuál de las dos. No se compartió nada.</translation>
    </message>
    <message>
        <source>Check the number. Ask the person to allow being found, or share by link.</source>
        <translation>Revise el número. Pídale a la persona que permita que la encuentren, o comparta con un enlace.</translation>
    </message>
    <message>
        <source>There is nothing here that could be shared.</source>
        <translation>Aquí no hay nada que se pueda compartir.</translation>
    </message>
    <message>
        <source>“{name}” is empty, or holds something that your operator does not hold in clear. Nothing was shared.</source>
        <translation>«{name}» no tiene documentos, o contiene algo que su operador no guarda en claro. No se compartió nada.</translation>
    </message>
    <message>
        <source>Choose other documents.</source>
        <translation>Elija otros documentos.</translation>
    </message>
    <message>
        <source>“{name}” changed after you saw it.</source>
        <translation>«{name}» cambió después de que usted lo vio.</translation>
    </message>
    <message>
        <source>Only the version that you saw is shared, so nothing was shared.</source>
        <translation>Solo se comparte la versión que usted vio, así que no se compartió nada.</translation>
    </message>
    <message>
        <source>Look at the document and share it again.</source>
        <translation>Mire el documento y compártalo de nuevo.</translation>
    </message>
    <message>
        <source>Your operator did not share the documents.</source>
        <translation>Su operador no compartió los documentos.</translation>
    </message>
    <message>
        <source>Its reason: {code}. {operator_words} Nothing was shared.</source>
        <translation>Su razón: {code}. {operator_words} No se compartió nada.</translation>
    </message>
    <message>
        <source>Begin again; if it stays so, ask your operator.</source>
        <translation>Empiece de nuevo; si sigue igual, pregúntele a su operador.</translation>
    </message>
    <message>
        <source>There is no such share here.</source>
        <translation>Aquí no hay nada compartido con ese número.</translation>
    </message>
    <message>
        <source>Look at the list of what is shared.</source>
        <translation>Mire la lista de lo compartido.</translation>
    </message>
    <message>
        <source>It has been sent, or may have been.</source>
        <translation>Ya se envió, o pudo haberse enviado.</translation>
    </message>
    <message>
        <source>End it instead: nobody reads it after that. Who has opened a document keeps it.</source>
        <translation>Deje de compartirlo: después de eso nadie lo lee. Quien ya abrió un documento lo conserva.</translation>
    </message>
    <message>
        <source>This is shared no longer.</source>
        <translation>Esto ya no se comparte.</translation>
    </message>
    <message>
        <source>Its time is over, or whoever shared it ended it.</source>
        <translation>Venció, o quien lo compartía dejó de hacerlo.</translation>
    </message>
    <message>
        <source>Ask for it again if you need it.</source>
        <translation>Pídalo de nuevo si lo necesita.</translation>
    </message>
    <message>
        <source>“{name}” is not what was shared.</source>
        <translation>«{name}» no es lo que se compartió.</translation>
    </message>
    <message>
        <source>Other bytes came than the person who shares it signed for. They were thrown away.</source>
        <translation>Llegó un contenido distinto del que firmó quien lo comparte. Se descartó.</translation>
    </message>
    <message>
        <source>Tell whoever shares it, and your operator.</source>
        <translation>Avísele a quien lo comparte y a su operador.</translation>
    </message>
    <message>
        <source>“{name}” is too large to be received here.</source>
        <translation>«{name}» es demasiado grande para recibirlo aquí.</translation>
    </message>
    <message>
        <source>It has {size}; this program checks at most {limit} of a shared document.</source>
        <translation>Tiene {size}; este programa comprueba hasta {limit} de un documento compartido.</translation>
    </message>
    <message>
        <source>Ask for a smaller copy, or for a link.</source>
        <translation>Pida una copia más pequeña, o un enlace.</translation>
    </message>
    <message>
        <source>“{text}” is no end for a share.</source>
        <translation>«{text}» no sirve como vencimiento.</translation>
    </message>
    <message>
        <source>It lies in the past, more than 400 days ahead, or is not understood.</source>
        <translation>Está en el pasado, a más de 400 días, o no se entiende.</translation>
    </message>
    <message>
        <source>Write 7d for seven days, 12h for twelve hours, or a day such as 2026-12-31.</source>
        <translation>Escriba 7d para siete días, 12h para doce horas, o un día como 2026-12-31.</translation>
    </message>
    <message>
        <source>It could not be proven who shares this.</source>
        <translation>No se pudo comprobar quién comparte esto.</translation>
    </message>
    <message>
        <source>The signature of whoever shares it does not hold ({reason}). Nothing was accepted.</source>
        <translation>La firma de quien lo comparte no es válida ({reason}). No se aceptó nada.</translation>
    </message>
    <message>
        <source>Do not trust it. Ask the person by another way, and tell your operator.</source>
        <translation>No confíe en ello. Pregúntele a la persona por otro medio y avísele a su operador.</translation>
    </message>
    <message>
        <source>“{name}” is no longer there.</source>
        <translation>«{name}» ya no está.</translation>
    </message>
    <message>
        <source>Whoever shares it has put it into the trash or deleted it.</source>
        <translation>Quien lo comparte lo puso en la papelera o lo eliminó.</translation>
    </message>
    <message>
        <source>Ask the person for it.</source>
        <translation>Pídaselo a esa persona.</translation>
    </message>
    <message>
        <source>These are too many documents at once.</source>
        <translation>Son demasiados documentos de una vez.</translation>
    </message>
    <message>
        <source>They are more than {limit}.</source>
        <translation>Son más de {limit}.</translation>
    </message>
    <message>
        <source>Share them in parts.</source>
        <translation>Compártalos por partes.</translation>
    </message>
    <message>
        <source>Your operator did not take this change.</source>
        <translation>Su operador no recibió este cambio.</translation>
    </message>
    <message>
        <source>Its reason: {code}. {operator_words} The share stays as it was.</source>
        <translation>Su razón: {code}. {operator_words} Lo compartido sigue como estaba.</translation>
    </message>
    <message>
        <source>Look at the share. To shorten it, end it and share again.</source>
        <translation>Mire lo que comparte. Para acortarlo, deje de compartirlo y compártalo de nuevo.</translation>
    </message>
    <message>
        <source>You have accepted this already.</source>
        <translation>Usted ya lo aceptó.</translation>
    </message>
    <message>
        <source>What was accepted is not declined afterwards. Nothing changed.</source>
        <translation>Lo que se aceptó no se rechaza después. Nada cambió.</translation>
    </message>
    <message>
        <source>If you do not want it, leave it: it ends by itself, or when whoever shares it ends it.</source>
        <translation>Si no lo quiere, déjelo: termina solo, o cuando quien lo comparte deje de hacerlo.</translation>
    </message>
    <message>
        <source>You share this no longer.</source>
        <translation>Usted ya no comparte esto.</translation>
    </message>
    <message>
        <source>Its time is over, or it was ended or declined. An ended share is not brought back.</source>
        <translation>Su plazo terminó, o se dejó de compartir o fue rechazado. Lo que se dejó de compartir no vuelve.</translation>
    </message>
    <message>
        <source>Share the documents again if you want to.</source>
        <translation>Comparta los documentos de nuevo si lo desea.</translation>
    </message>
    <message>
        <source>You have answered this request before.</source>
        <translation>Usted ya respondió esta solicitud.</translation>
    </message>
    <message>
        <source>On {date} you agreed to give documents for &quot;{title}&quot;: number {id} of your list. It takes several answers; nothing was given now.</source>
        <translation>El {date} usted aceptó aportar documentos para «{title}»: número {id} de su lista. Recibe varias respuestas; ahora no se aportó nada.</translation>
    </message>
    <message>
        <source>If you want to answer once more, say --again.</source>
        <translation>Si quiere responder otra vez, diga --again.</translation>
    </message>
    <message>
        <source>This case is of another person.</source>
        <translation>Este trámite es de otra persona.</translation>
    </message>
    <message>
        <source>The case {case} is of &quot;{holder}&quot;, and you are &quot;{me}&quot;. Somebody may have sent you the link of his own procedure. Nothing was given.</source>
        <translation>El trámite {case} es de «{holder}», y usted es «{me}». Alguien pudo enviarle el enlace de un trámite suyo. No se aportó nada.</translation>
    </message>
    <message>
        <source>If you know whose case it is and want to give your documents to it, say --case-of-another.</source>
        <translation>Si sabe de quién es el trámite y quiere aportar ahí sus documentos, diga --case-of-another.</translation>
    </message>
    <message>
        <source>The end of a share is not moved earlier.</source>
        <translation>El vencimiento de lo compartido no se adelanta.</translation>
    </message>
    <message>
        <source>To shorten it, end it and share again.</source>
        <translation>Para acortarlo, deje de compartir y comparta de nuevo.</translation>
    </message>
    <message>
        <source>“{text}” is no number of a person or company.</source>
        <translation>«{text}» no es el número de una persona o empresa.</translation>
    </message>
    <message>
        <source>One shares with an exact number, never with a name. Nobody was asked.</source>
        <translation>Se comparte con un número exacto, nunca con un nombre. No se le preguntó a nadie.</translation>
    </message>
    <message>
        <source>Write its type and number, such as CC 52000111 or NIT 901234567.</source>
        <translation>Escriba el tipo y el número, como CC 52000111 o NIT 901234567.</translation>
    </message>
    <message>
        <source>The check digit of “{text}” does not fit.</source>
        <translation>El dígito de verificación de «{text}» no corresponde.</translation>
    </message>
    <message>
        <source>One of its digits is another one: it would be of somebody else. Nobody was asked.</source>
        <translation>Alguno de sus dígitos es otro: sería de otra persona. No se le preguntó a nadie.</translation>
    </message>
    <message>
        <source>Look at the number again, or write it without the check digit.</source>
        <translation>Revise el número, o escríbalo sin el dígito de verificación.</translation>
    </message>
    <message>
        <source>This is your own number.</source>
        <translation>Este es su propio número.</translation>
    </message>
    <message>
        <source>One shares with others. Nothing was shared.</source>
        <translation>Se comparte con otros. No se compartió nada.</translation>
    </message>
    <message>
        <source>Write the number of whoever is to read it.</source>
        <translation>Escriba el número de quien lo va a leer.</translation>
    </message>
    <message>
        <source>This text is too long for a share.</source>
        <translation>Este texto es demasiado largo para compartir.</translation>
    </message>
    <message>
        <source>What it is for takes at most 500 characters, a message 2,000. Nothing was shared.</source>
        <translation>El para qué tiene 500 letras como máximo, y el mensaje 2.000. No se compartió nada.</translation>
    </message>
    <message>
        <source>Write it shorter.</source>
        <translation>Escríbalo más corto.</translation>
    </message>
    <message>
        <source>Nothing was shared.</source>
        <translation>No se compartió nada.</translation>
    </message>
    <message>
        <source>Documents are shared only when you say so.</source>
        <translation>Los documentos solo se comparten cuando usted lo dice.</translation>
    </message>
    <message>
        <source>Read with whom, what exactly and until when, and say --yes.</source>
        <translation>Lea con quién, qué exactamente y hasta cuándo, y diga --yes.</translation>
    </message>
    <message>
        <source>This is shared by another person.</source>
        <translation>Esto lo comparte otra persona.</translation>
    </message>
    <message>
        <source>Only who shares it ends it or gives it more time. Nothing changed.</source>
        <translation>Solo quien comparte puede terminarlo o darle más tiempo. No cambió nada.</translation>
    </message>
    <message>
        <source>If you do not want it, decline it; if you need it for longer, ask the person.</source>
        <translation>Si no lo quiere, rechácelo; si lo necesita por más tiempo, pídaselo a esa persona.</translation>
    </message>
    <message>
        <source>Some of the documents are no longer there.</source>
        <translation>Algunos de los documentos ya no están.</translation>
    </message>
    <message>
        <source>You did not get: {names}. Whoever shares them has put them into the trash or deleted them. You got the others.</source>
        <translation>No le llegaron: {names}. Quien los comparte los puso en la papelera o los eliminó. Los demás sí.</translation>
    </message>
    <message>
        <source>Ask the person for them.</source>
        <translation>Pídaselos a esa persona.</translation>
    </message>
    <message>
        <source>This document is sealed, and this computer does not have the key.</source>
        <translation>Este documento está sellado y este computador no tiene la llave.</translation>
    </message>
    <message>
        <source>Only the computers that have your key can open it; your operator cannot.</source>
        <translation>Solo pueden abrirlo los computadores que tienen su llave; su operador no puede.</translation>
    </message>
    <message>
        <source>This document is sealed and does not open here.</source>
        <translation>Este documento está sellado y aquí no se abre.</translation>
    </message>
    <message>
        <source>What it is called and what is noted about it cannot be changed where it does not open. Nothing was changed.</source>
        <translation>Su nombre y lo que está anotado sobre él no se pueden cambiar donde no se abre. No se cambió nada.</translation>
    </message>
    <message>
        <source>Change it on a computer that has your key.</source>
        <translation>Cámbielo en un computador que tenga su llave.</translation>
    </message>
    <message>
        <source>“{name}” is sealed, and these bytes are not.</source>
        <translation>«{name}» está sellado y estos bytes no.</translation>
    </message>
    <message>
        <source>They were not stored as its new version, and nothing was sent.</source>
        <translation>No se guardaron como su nueva versión y no se envió nada.</translation>
    </message>
    <message>
        <source>This is a fault of the program: please report it.</source>
        <translation>Es una falla del programa: por favor, infórmela.</translation>
    </message>
    <message>
        <source>“{name}” is sealed and cannot be given to an entity yet.</source>
        <translation>«{name}» está sellado y todavía no se puede aportar a una entidad.</translation>
    </message>
    <message>
        <source>Your operator cannot read it, so it cannot vouch for what you give. Nothing was given.</source>
        <translation>Su operador no puede leerlo y por eso no puede dar fe de lo que usted aporta. No se aportó nada.</translation>
    </message>
    <message>
        <source>Put a copy into your folder that is not sealed, and give that one.</source>
        <translation>Ponga en su carpeta una copia sin sellar y aporte esa.</translation>
    </message>
    <message>
        <source>The two computers did not meet.</source>
        <translation>Los dos computadores no se encontraron.</translation>
    </message>
    <message>
        <source>They did not come to the same six digits, or one did not answer. No key was given.</source>
        <translation>No llegaron a los mismos seis dígitos o uno no respondió. No se entregó ninguna llave.</translation>
    </message>
    <message>
        <source>Begin again on both. If the digits differ again, somebody may stand between them: use the recovery code.</source>
        <translation>Empiece de nuevo en los dos. Si los dígitos vuelven a ser distintos, puede haber alguien entre ellos: use el código de recuperación.</translation>
    </message>
    <message>
        <source>Allow this computer on another of yours, or use the recovery code of one: carriel-cli keys.</source>
        <translation>Autorice este computador desde otro suyo o use el código de recuperación de uno de ellos: carriel-cli keys.</translation>
    </message>
    <message>
        <source>Take four or more words that only you would put together; at least {least} letters, {different} of them different.</source>
        <translation>Use cuatro o más palabras que solo usted juntaría; por lo menos {least} letras, {different} de ellas distintas.</translation>
    </message>
    <message>
        <source>It was not set; nothing was changed.</source>
        <translation>No se puso; no se cambió nada.</translation>
    </message>
    <message>
        <source>That passphrase is too easy to guess.</source>
        <translation>Esa frase de paso es demasiado fácil de adivinar.</translation>
    </message>
    <message>
        <source>It came as it was sealed. The check that failed: {reason}. The proof is kept.</source>
        <translation>Llegó como se selló. La comprobación que falló: {reason}. La prueba se conserva.</translation>
    </message>
    <message>
        <source>This file names nobody to trust.</source>
        <translation>Este archivo no trae en quién confiar.</translation>
    </message>
    <message>
        <source>What the entity sealed is no act that can be shown.</source>
        <translation>Lo que la entidad selló no es un acto que se pueda mostrar.</translation>
    </message>
    <message>
        <source>What your operator hands out of it is not what the entity sealed. Nothing was opened, and its term may run all the same.</source>
        <translation>Lo que su operador entrega de ella no es lo que la entidad selló. No se abrió nada, y su término puede correr igual.</translation>
    </message>
    <message>
        <source>A notification of {entity} cannot arrive.</source>
        <translation>Una notificación de {entity} no puede llegar.</translation>
    </message>
    <message>
        <source>Name the certificate of the authority that issued it.</source>
        <translation>Indique el certificado de la autoridad que lo expidió.</translation>
    </message>
    <message>
        <source>That certificate is the time-stamping authority&apos;s own.</source>
        <translation>Ese certificado es el de la propia autoridad de estampado.</translation>
    </message>
    <message>
        <source>{file} has neither a key (JWK, JWKS or PEM) nor a certificate in it.</source>
        <translation>{file} no trae una llave (JWK, JWKS o PEM) ni un certificado.</translation>
    </message>
    <message>
        <source>{file} vouches for nobody: whoever stamps is believed by the authority that issued it.</source>
        <translation>{file} no responde por nadie: a quien estampa se le cree por la autoridad que le expidió el certificado.</translation>
    </message>
    <message>
        <source>Name the operator&apos;s keys as it publishes them, a key of keys/, or the certificate of an authority.</source>
        <translation>Indique las llaves del operador como él las publica, una llave de keys/ o el certificado de una autoridad.</translation>
    </message>
    <message>
        <source>Ask the entity by a way that you know, and tell your operator.</source>
        <translation>Pregúntele a la entidad por un medio que usted conozca y avísele a su operador.</translation>
    </message>
    <message>
        <source>The password of this PDF is missing, or it is not that one.</source>
        <translation>Falta la contraseña de este PDF, o no es esa.</translation>
    </message>
    <message>
        <source>Nobody answers at {host}. Nothing was signed, and nothing waits.</source>
        <translation>Nadie contesta en {host}. No se firmó nada y nada queda esperando.</translation>
    </message>
    <message>
        <source>Choose a free place for the box, or sign without one.</source>
        <translation>Ponga el recuadro en un lugar libre, o firme sin él.</translation>
    </message>
    <message>
        <source>Check the address and your network, and try again.</source>
        <translation>Revise la dirección y su conexión, e intente de nuevo.</translation>
    </message>
    <message>
        <source>Its permissions, or the password that was given, do not allow it.</source>
        <translation>Sus permisos, o la contraseña que se dio, no lo dejan.</translation>
    </message>
    <message>
        <source>Give the password of the document; in the terminal with --password-env VARIABLE.</source>
        <translation>Dé la contraseña del documento; en la terminal, con --password-env VARIABLE.</translation>
    </message>
    <message>
        <source>It is on page {page}. Whoever verifies the document then would read that it was altered after signing. A scan of a kind that cannot be read here counts as written on all over. Nothing was signed.</source>
        <translation>Está en la página {page}. Quien compruebe después el documento leería que fue alterado después de firmar. Un escaneo de una clase que aquí no se sabe leer cuenta como escrito por todas partes. No se firmó nada.</translation>
    </message>
    <message>
        <source>The PDF is protected and does not open without it. Nothing was signed.</source>
        <translation>El PDF está protegido y no se abre sin ella. No se firmó nada.</translation>
    </message>
    <message>
        <source>The signing service does not answer.</source>
        <translation>El servicio de firma no contesta.</translation>
    </message>
    <message>
        <source>Whoever receives it would see that it is not what was signed. Nothing was given.</source>
        <translation>Quien lo reciba verá que no es lo que se firmó. No se entregó nada.</translation>
    </message>
    <message>
        <source>Look at its signatures, and ask whoever gave it to you for the original.</source>
        <translation>Mire sus firmas, y pida el original a quien se lo dio.</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; was altered after it was signed.</source>
        <translation>«{name}» fue alterado después de firmado.</translation>
    </message>
    <message>
        <source>No new key is needed.</source>
        <translation>No hace falta una llave nueva.</translation>
    </message>
    <message>
        <source>Go on as before.</source>
        <translation>Siga como antes.</translation>
    </message>
    <message>
        <source>This computer has the key of your sealed documents, or your operator keeps none. Nothing was changed.</source>
        <translation>Este computador tiene la llave de sus documentos sellados, o su operador no guarda ninguna. No se cambió nada.</translation>
    </message>
    <message>
        <source>This is not a file of documents that opens with a code, or it is damaged.</source>
        <translation>Este no es un archivo de documentos que se abre con un código, o está dañado.</translation>
    </message>
    <message>
        <source>That is too much for one file.</source>
        <translation>Es demasiado para un solo archivo.</translation>
    </message>
    <message>
        <source>It cannot be read ({reason}). Nothing was written.</source>
        <translation>No se puede leer ({reason}). No se escribió nada.</translation>
    </message>
    <message>
        <source>Ask whoever gave it to you for the file once more.</source>
        <translation>Pídale el archivo de nuevo a quien se lo dio.</translation>
    </message>
    <message>
        <source>The file does not open with that code.</source>
        <translation>El archivo no se abre con ese código.</translation>
    </message>
    <message>
        <source>Make several files.</source>
        <translation>Haga varios archivos.</translation>
    </message>
    <message>
        <source>Type the code again. If it is right, ask for the file once more.</source>
        <translation>Escriba el código otra vez. Si es correcto, pida el archivo de nuevo.</translation>
    </message>
    <message>
        <source>One such file holds at most 500 documents of 64 MB together. Nothing was written.</source>
        <translation>Un archivo de estos lleva como máximo 500 documentos y 64 MB en total. No se escribió nada.</translation>
    </message>
    <message>
        <source>The code is another one, or the file was changed on its way. Nothing was written.</source>
        <translation>El código es otro, o el archivo cambió por el camino. No se escribió nada.</translation>
    </message>
    <message>
        <source>It is so with a new computer, and also if somebody is in between. Nothing was shared. Code: {code}</source>
        <translation>Así pasa con un computador nuevo, y también si hay alguien en medio. No se compartió nada. Código: {code}</translation>
    </message>
    <message>
        <source>Share nothing sealed with that person, and ask your operator.</source>
        <translation>No le comparta nada sellado a esa persona, y pregúntele a su operador.</translation>
    </message>
    <message>
        <source>What your operator shows as the word of the identity provider is about something else ({reason}). Nothing was shared.</source>
        <translation>Lo que su operador muestra como la palabra del proveedor de identidad habla de otra cosa ({reason}). No se compartió nada.</translation>
    </message>
    <message>
        <source>A sealed document is not shared this way.</source>
        <translation>Un documento sellado no se comparte así.</translation>
    </message>
    <message>
        <source>Sealed documents and others are shared apart.</source>
        <translation>Los documentos sellados y los demás se comparten por separado.</translation>
    </message>
    <message>
        <source>It goes end to end to a person or a company with a folder, in the version of now: by link or to an entity your operator would have to open it. Nothing was shared.</source>
        <translation>Va de extremo a extremo a una persona o empresa con carpeta, en la versión de ahora: por enlace o a una entidad, su operador tendría que abrirlo. No se compartió nada.</translation>
    </message>
    <message>
        <source>Call the person and compare the code. If both of you read the same, say so: carriel-cli share key {id} --yes</source>
        <translation>Llame a la persona y comparen el código. Si los dos leen lo mismo, dígalo: carriel-cli share key {id} --yes</translation>
    </message>
    <message>
        <source>What was sealed for you is not what was signed.</source>
        <translation>Lo que se selló para usted no es lo que se firmó.</translation>
    </message>
    <message>
        <source>Share it with a person; or give it in a file with a code (carriel-cli wrap).</source>
        <translation>Compártalo con una persona; o entréguelo en un archivo con código (carriel-cli wrap).</translation>
    </message>
    <message>
        <source>It was changed on its way, or made for another share ({reason}). Nothing was accepted.</source>
        <translation>Lo cambiaron en el camino, o se hizo para otra cosa ({reason}). No se aceptó nada.</translation>
    </message>
    <message>
        <source>The key of this person is another one than before.</source>
        <translation>La llave de esta persona es otra que antes.</translation>
    </message>
    <message>
        <source>This is not the key of that person.</source>
        <translation>Esta no es la llave de esa persona.</translation>
    </message>
    <message>
        <source>It could be the key of somebody in between. Nothing was shared. Code: {code}</source>
        <translation>Podría ser la llave de alguien en medio. No se compartió nada. Código: {code}</translation>
    </message>
    <message>
        <source>No key of that person is known. Nothing was shared.</source>
        <translation>No se conoce ninguna llave de esa persona. No se compartió nada.</translation>
    </message>
    <message>
        <source>“{name}” is sealed and goes end to end; the others do not. Nothing was shared.</source>
        <translation>«{name}» está sellado y va de extremo a extremo; los demás no. No se compartió nada.</translation>
    </message>
    <message>
        <source>Nobody confirms that this key is that person&apos;s.</source>
        <translation>Nadie confirma que esta llave es de esa persona.</translation>
    </message>
    <message>
        <source>Make one share for what is sealed, and another for the rest.</source>
        <translation>Comparta primero lo sellado y luego lo demás.</translation>
    </message>
    <message>
        <source>This person cannot receive sealed documents yet.</source>
        <translation>Esta persona todavía no puede recibir documentos sellados.</translation>
    </message>
    <message>
        <source>This entity asks for a receipt signed with your certificate.</source>
        <translation>Esta entidad pide un acuse firmado con su certificado.</translation>
    </message>
    <message>
        <source>Choose another key. If you have none, ask the entity to notify you by other means.</source>
        <translation>Escoja otra llave. Si no tiene otra, pídale a la entidad que lo notifique por otro medio.</translation>
    </message>
    <message>
        <source>Nothing was signed and nothing was opened; it is still sealed.</source>
        <translation>No se firmó ni se abrió nada; sigue sellada.</translation>
    </message>
    <message>
        <source>Open it with the key of a certificate in your name: on its page, or with --key.</source>
        <translation>Ábrala con la llave de un certificado a su nombre: en su página, o con --key.</translation>
    </message>
    <message>
        <source>This certificate cannot sign the receipt: {reason}.</source>
        <translation>Este certificado no puede firmar el acuse: {reason}.</translation>
    </message>
    <message>
        <source>There is none called {what}.</source>
        <translation>No hay ninguno que se llame {what}.</translation>
    </message>
    <message>
        <source>See what there is with: carriel-cli {list}</source>
        <translation>Vea los que hay con: carriel-cli {list}</translation>
    </message>
    <message>
        <source>It is over meanwhile, or is written differently. Nothing was done.</source>
        <translation>Ya terminó, o se escribe de otra manera. No se hizo nada.</translation>
    </message>
    <message>
        <source>If you have another copy, put it in the folder again.</source>
        <translation>Si tiene otra copia, póngala otra vez en la carpeta.</translation>
    </message>
    <message>
        <source>Your operator never had it. The damaged file is kept beside your documents.</source>
        <translation>Su operador no alcanzó a tenerlo. El archivo dañado se conserva junto a sus documentos.</translation>
    </message>
    <message>
        <source>The content of &quot;{name}&quot; is lost: it was only on this computer, and was damaged.</source>
        <translation>El contenido de «{name}» se perdió: estaba solo en este equipo y se dañó.</translation>
    </message>
    <message>
        <source>{file}: {reason}. Nothing of it was taken over.</source>
        <translation>{file}: {reason}. No se tomó nada de ella.</translation>
    </message>
    <message>
        <source>This list of authorities cannot be used.</source>
        <translation>Esta lista de autoridades no se puede usar.</translation>
    </message>
    <message>
        <source>Nobody that is trusted here confirms who signed this list of authorities.</source>
        <translation>Nadie en quien este equipo confíe confirma quién firmó esta lista de autoridades.</translation>
    </message>
    <message>
        <source>Compare that fingerprint with the one that its publisher gave you, and if it is the same, say it with --list-signer.</source>
        <translation>Compare esa huella con la que le dio quien la publica y, si es la misma, dígala con --list-signer.</translation>
    </message>
    <message>
        <source>{file} was signed with the certificate of {name}, SHA-256 {print}. Nothing of it was taken over.</source>
        <translation>{file} se firmó con el certificado de {name}, SHA-256 {print}. No se tomó nada de ella.</translation>
    </message>
    <message>
        <source>Get the list that is in force from whoever publishes it.</source>
        <translation>Pida la lista vigente a quien la publica.</translation>
    </message>
    <message>
        <source>Your operator could not be asked whether it still has these documents.</source>
        <translation>No se le pudo preguntar a su operador si todavía tiene estos documentos.</translation>
    </message>
    <message>
        <source>Do it again when the operator answers.</source>
        <translation>Hágalo de nuevo cuando el operador responda.</translation>
    </message>
    <message>
        <source>They need not stay on this computer, and yet they do: a copy is given away here only after the operator has proved that it has the same.</source>
        <translation>No tienen que quedarse en este equipo, pero aquí siguen: una copia solo se suelta después de que el operador prueba que tiene la misma.</translation>
    </message>
    <message>
        <source>Share the documents again by another link.</source>
        <translation>Comparta los documentos de nuevo con otro enlace.</translation>
    </message>
    <message>
        <source>There is nothing to confirm.</source>
        <translation>No hay nada que confirmar.</translation>
    </message>
    <message>
        <source>To let it last longer: carriel-cli share extend {id}. If you want a second share of it, say --again.</source>
        <translation>Para que dure más: carriel-cli share extend {id}. Si quiere compartirlo otra vez aparte, diga --again.</translation>
    </message>
    <message>
        <source>If it should not be read any more, end that one too.</source>
        <translation>Si ya no debe leerlo, deje de compartir también ese.</translation>
    </message>
    <message>
        <source>Open the file that the entity&apos;s page gave you, whole, or copy its link again.</source>
        <translation>Abra el archivo que le dio la página de la entidad, completo, o copie otra vez su enlace.</translation>
    </message>
    <message>
        <source>The page is not of the entity that it names, or of none that your operator knows. Nothing was given to anybody.</source>
        <translation>La página no es de la entidad que dice, o de ninguna que su operador conozca. No se le entregó nada a nadie.</translation>
    </message>
    <message>
        <source>The code of this link was used already.</source>
        <translation>El código de este enlace ya se usó.</translation>
    </message>
    <message>
        <source>Your operator knows no such entity. Nothing was given to anybody.</source>
        <translation>Su operador no conoce esa entidad. No se le entregó nada a nadie.</translation>
    </message>
    <message>
        <source>Its time is over. Nothing was given to anybody.</source>
        <translation>Ya venció. No se le entregó nada a nadie.</translation>
    </message>
    <message>
        <source>On {date} you agreed to give documents for &quot;{title}&quot;: number {id} of your list. A request takes one answer, so nothing was given now.</source>
        <translation>El {date} usted aceptó entregar documentos para «{title}»: es el {id} de su lista. Una solicitud recibe una sola respuesta: ahora no se entregó nada.</translation>
    </message>
    <message>
        <source>It was used on {date}. With more time the link would open for nobody. Nothing changed.</source>
        <translation>Se usó el {date}. Con más tiempo el enlace no abriría para nadie. No cambió nada.</translation>
    </message>
    <message>
        <source>Since {date}: it is {id} of what you share. Nothing was shared now.</source>
        <translation>Desde el {date}. Es el {id} de lo que usted comparte; ahora no se compartió nada.</translation>
    </message>
    <message>
        <source>Begin again on the entity&apos;s own page.</source>
        <translation>Comience de nuevo en la página de la entidad.</translation>
    </message>
    <message>
        <source>Do not answer it, and tell the entity.</source>
        <translation>No la responda, y avísele a la entidad.</translation>
    </message>
    <message>
        <source>Look in the list of what you have given at what became of it. If the entity rejected it, ask the entity for another request.</source>
        <translation>Vea en la lista de lo que ha aportado qué pasó con ella. Si la entidad la rechazó, pídale otra solicitud.</translation>
    </message>
    <message>
        <source>Its dates cannot be: it begins later than now, or lasts longer than is allowed. Nothing was given to anybody.</source>
        <translation>Sus fechas no pueden ser: comienza después de ahora, o dura más de lo permitido. No se le entregó nada a nadie.</translation>
    </message>
    <message>
        <source>{who} still reads “{name}”.</source>
        <translation>Todavía se comparte «{name}» con {who}.</translation>
    </message>
    <message>
        <source>The entity made it for another person. Nothing was given to anybody.</source>
        <translation>La entidad la hizo para otra persona. No se le entregó nada a nadie.</translation>
    </message>
    <message>
        <source>The link is incomplete or says more than where the request is. Nothing was asked of anybody, and nothing was given.</source>
        <translation>El enlace está incompleto, o dice más que dónde está la solicitud. No se le preguntó ni se le entregó nada a nadie.</translation>
    </message>
    <message>
        <source>What was given is no request of an entity, or it is damaged. Nothing was given to anybody.</source>
        <translation>Lo que usted dio no es una solicitud de una entidad, o está dañado. No se le entregó nada a nadie.</translation>
    </message>
    <message>
        <source>The entity did not sign it as it stands: it was changed on its way, or somebody else made it. Nothing was given to anybody.</source>
        <translation>La entidad no la firmó así como está: la cambiaron por el camino, o la hizo otro. No se le entregó nada a nadie.</translation>
    </message>
    <message>
        <source>Go to the entity&apos;s page by the address that you know, and begin there. Do not use that link again.</source>
        <translation>Entre a la página de la entidad por la dirección que usted conoce y comience ahí. No use más ese enlace.</translation>
    </message>
    <message>
        <source>This computer does not have your operator&apos;s list of entities yet, so nothing of it can be proven. Nothing was given to anybody.</source>
        <translation>Este equipo todavía no tiene la lista de entidades de su operador, así que no se puede comprobar nada. No se le entregó nada a nadie.</translation>
    </message>
    <message>
        <source>Do not answer it. Begin again on the entity&apos;s own page, and tell the entity.</source>
        <translation>No la responda. Comience de nuevo en la página de la entidad, y avísele.</translation>
    </message>
    <message>
        <source>If the procedure is yours, begin it again on the entity&apos;s page with your own number. If it is not, whoever it is for answers it.</source>
        <translation>Si el trámite es suyo, comiéncelo de nuevo en la página de la entidad con su número. Si no lo es, que la responda la persona para quien es.</translation>
    </message>
    <message>
        <source>You share “{name}” with {who} already.</source>
        <translation>Usted ya comparte «{name}» con {who}.</translation>
    </message>
    <message>
        <source>Copy the whole link again from the entity&apos;s own page.</source>
        <translation>Copie otra vez el enlace completo desde la página de la entidad.</translation>
    </message>
    <message>
        <source>It was made for people of another operator. Nothing was given to anybody.</source>
        <translation>Se hizo para personas de otro operador. No se le entregó nada a nadie.</translation>
    </message>
    <message>
        <source>Look at the clock of this computer; if it is right, ask the entity.</source>
        <translation>Mire el reloj de este equipo; si está bien, pregúntele a la entidad.</translation>
    </message>
    <message>
        <source>Begin again on the entity&apos;s page and choose your own operator.</source>
        <translation>Comience de nuevo en la página de la entidad y escoja su operador.</translation>
    </message>
    <message>
        <source>It would send you back to a page that is not the entity&apos;s. Nothing was given to anybody.</source>
        <translation>Lo mandaría de vuelta a una página que no es de la entidad. No se le entregó nada a nadie.</translation>
    </message>
    <message>
        <source>Try again when your operator answers.</source>
        <translation>Intente de nuevo cuando su operador responda.</translation>
    </message>
    <message>
        <source>Another share of yours gives it until {date}: it is {id} of what you share.</source>
        <translation>Otro envío suyo lo comparte hasta el {date}. Es el {id} de lo que usted comparte.</translation>
    </message>
    <message>
        <source>Do not answer it. If you know the entity, ask it whether it works with your operator.</source>
        <translation>No la responda. Si conoce la entidad, pregúntele si trabaja con su operador.</translation>
    </message>
    <message>
        <source>Not all documents that are to be on this computer fit on its disk.</source>
        <translation>No todos los documentos que deben estar en este equipo caben en su disco.</translation>
    </message>
    <message>
        <source>Free some room on the disk, or keep fewer documents on this computer.</source>
        <translation>Libere espacio en el disco, o guarde menos documentos en este equipo.</translation>
    </message>
    <message>
        <source>Those that would fill it were not fetched. They are safe at your operator.</source>
        <translation>Los que lo llenarían no se trajeron. Están a salvo en su operador.</translation>
    </message>
    <message>
        <source>It is not shown; the proof is kept.</source>
        <translation>No se muestra; la prueba se conserva.</translation>
    </message>
    <message>
        <source>It is not shown; the proof is kept. Trying again changes nothing.</source>
        <translation>No se muestra; la prueba se conserva. Intentarlo otra vez no cambia nada.</translation>
    </message>
    <message>
        <source>What was being kept was not. Everything before it is safe. It needs {needed}, and {free} are free.</source>
        <translation>Lo que se estaba guardando no quedó. Todo lo anterior está a salvo. Se necesitan {needed} y hay {free} libres.</translation>
    </message>
    <message>
        <source>The content of &quot;{name}&quot; is damaged on this computer.</source>
        <translation>El contenido de «{name}» está dañado en este equipo.</translation>
    </message>
    <message>
        <source>Bring it again from your operator. If it happens again, have the disk looked at.</source>
        <translation>Tráigalo otra vez del operador. Si vuelve a pasar, haga revisar el disco.</translation>
    </message>
    <message>
        <source>A part of it does not read as it was written, so nothing of it is shown. Your operator has it whole.</source>
        <translation>Una parte no se lee como se escribió, así que no se muestra nada de él. Su operador lo tiene completo.</translation>
    </message>
    <message>
        <source>The visible box cannot show all the letters that are to stand in it.</source>
        <translation>El recuadro no puede mostrar todas las letras que irían en él.</translation>
    </message>
    <message>
        <source>It does not have all the letters of “{line}”. Nothing was signed.</source>
        <translation>No tiene todas las letras de «{line}». No se firmó nada.</translation>
    </message>
    <message>
        <source>Write the reason or the place with other letters, or sign without a box: what proves your signature says your name as it is.</source>
        <translation>Escriba el motivo o el lugar con otras letras, o firme sin recuadro: lo que prueba su firma dice su nombre tal como es.</translation>
    </message>
    <message>
        <source>Your operator could not show that it has all of these documents: {count} stay here.</source>
        <translation>Su operador no pudo mostrar que tiene todos estos documentos: {count} se quedan aquí.</translation>
    </message>
    <message>
        <source>It lost or changed their content. The copy on this computer is the last one that is known to be whole, and it was not given away.</source>
        <translation>Perdió o cambió su contenido. La copia de este equipo es la última que se sabe completa, y no se soltó.</translation>
    </message>
    <message>
        <source>What is asked of you could not be read: nobody answers.</source>
        <translation>No se pudo leer lo que le piden: nadie responde.</translation>
    </message>
    <message>
        <source>Nothing was given, and nothing waits to be given.</source>
        <translation>No se entregó nada, y nada espera para entregarse.</translation>
    </message>
    <message>
        <source>Check the connection and give it again; a term of the procedure runs on meanwhile.</source>
        <translation>Revise la conexión y entréguelo de nuevo; si el trámite tiene un plazo, sigue corriendo.</translation>
    </message>
    <message>
        <source>The PIN does not belong into --key.</source>
        <translation>El PIN no va en --key.</translation>
    </message>
    <message>
        <source>Every program on this computer can read it there, and the terminal keeps it in its history. Nothing was done, and the card was not asked.</source>
        <translation>Ahí lo puede leer cualquier programa de este computador, y la terminal lo guarda en su historial. No se hizo nada ni se le preguntó a la tarjeta.</translation>
    </message>
    <message>
        <source>Take pin-value= or pin-source= out of it: you are asked for the PIN, or --pin-env names the variable that has it.</source>
        <translation>Quite pin-value= o pin-source=: el PIN se le pregunta, o --pin-env nombra la variable que lo tiene.</translation>
    </message>
    <message>
        <source>The visible box would cover what others signed.</source>
        <translation>El recuadro taparía lo que otros ya firmaron.</translation>
    </message>
    <message>
        <source>To share what is there now, add --as-now. To leave it: carriel-cli share revoke {id}</source>
        <translation>Para compartir lo que hay ahora, agregue --as-now. Para dejarlo: carriel-cli share revoke {id}</translation>
    </message>
    <message>
        <source>Only what came back to you, with the name of whoever has the number or because a document changed, is confirmed. Nothing was shared.</source>
        <translation>Solo se confirma lo que volvió a usted, con el nombre de quien tiene el número o porque un documento cambió. No se compartió nada.</translation>
    </message>
    <message>
        <source>Whoever shared it has not asked to erase it, or you answered before. Nothing was said.</source>
        <translation>Quien lo compartió no ha pedido borrarlo, o usted ya respondió. No se dijo nada.</translation>
    </message>
    <message>
        <source>Check the connection and try again; a term of the procedure runs on meanwhile.</source>
        <translation>Revise la conexión e intente otra vez; un término del trámite sigue corriendo mientras tanto.</translation>
    </message>
    <message>
        <source>Both versions stand above. Nothing was shared.</source>
        <translation>Arriba están las dos versiones. No se compartió nada.</translation>
    </message>
    <message>
        <source>“{name}” is another one than you decided to share.</source>
        <translation>«{name}» ya no es el que usted decidió compartir.</translation>
    </message>
    <message>
        <source>Your operator does not answer, and this computer does not know who asks. Nothing was given, and nothing waits to be given.</source>
        <translation>Su operador no responde y este equipo no conoce a quien pide. No se aportó nada y nada espera.</translation>
    </message>
    <message>
        <source>There is nobody who could be asked to erase it.</source>
        <translation>No hay a quién pedirle que lo borre.</translation>
    </message>
    <message>
        <source>Who asks for this could not be checked.</source>
        <translation>No se pudo comprobar quién pide esto.</translation>
    </message>
    <message>
        <source>There is nothing to answer.</source>
        <translation>No hay nada que responder.</translation>
    </message>
    <message>
        <source>Nobody has read it, or it was by link and nobody knows who. Nothing was asked.</source>
        <translation>Nadie lo ha leído, o fue por enlace y no se sabe quién. No se pidió nada.</translation>
    </message>
    <message>
        <source>The entity asks for it signed, and it bears no signature that holds. Nothing was given.</source>
        <translation>La entidad lo pide firmado y no lleva una firma que se sostenga. No se aportó nada.</translation>
    </message>
    <message>
        <source>“{name}” has to be signed.</source>
        <translation>«{name}» debe ir firmado.</translation>
    </message>
    <message>
        <source>Sign it first, and choose the signed one.</source>
        <translation>Fírmelo primero y elija el firmado.</translation>
    </message>
    <message>
        <source>Your operator lost the content of &quot;{name}&quot;, and it is not on this computer.</source>
        <translation>Su operador perdió el contenido de «{name}», y no está en este equipo.</translation>
    </message>
    <message>
        <source>Look at both again and answer then (with commands: conflicts).</source>
        <translation>Mire de nuevo las dos y responda entonces (con órdenes: conflicts).</translation>
    </message>
    <message>
        <source>Send them again where you are asked about them (with commands: missing send all). And ask your operator what happened.</source>
        <translation>Envíelos otra vez donde se le pregunta por ellos (con órdenes: missing send all). Y pregunte a su operador qué pasó.</translation>
    </message>
    <message>
        <source>Your answer was about something else, so it was not taken. Nothing was changed.</source>
        <translation>Su respuesta era sobre otra cosa, así que no se tomó. No se cambió nada.</translation>
    </message>
    <message>
        <source>The other side of &quot;{name}&quot; has changed since you saw it.</source>
        <translation>Lo otro de «{name}» cambió desde que usted lo vio.</translation>
    </message>
    <message>
        <source>Look on your other computers: one that has it can send it again. Or put it again from a copy of yours. And ask your operator what happened.</source>
        <translation>Mire en sus otros equipos: el que lo tenga puede enviarlo otra vez. O agréguelo de nuevo desde una copia suya. Y pregunte a su operador qué pasó.</translation>
    </message>
    <message>
        <source>The operator shows the document as ever and does not give its content any more. It is nowhere that this computer knows.</source>
        <translation>El operador muestra el documento como siempre, pero ya no entrega su contenido. No está en ninguna parte que este equipo conozca.</translation>
    </message>
    <message>
        <source>It lasts until {ends}, and stays so.</source>
        <translation>Dura hasta el {ends}, y así sigue.</translation>
    </message>
    <message>
        <source>Ask the person to open Carriel logged in (or to run carriel-cli sync) once: that makes the key; or give the documents in a file (carriel-cli wrap).</source>
        <translation>Pídale que abra una vez la ventana de Carriel con la sesión iniciada (o que escriba carriel-cli sync): así se hace la clave; o entregue los documentos en un archivo (carriel-cli wrap).</translation>
    </message>
    <message>
        <source>Save the record as files with “activity export”, and ask your operator why. With “activity noted” it is called out no more.</source>
        <translation>Guarde el registro en archivos con «activity export» y pregunte a su operador por qué. Con «activity noted» ya no se le avisa más.</translation>
    </message>
</context>
<context>
    <name>EvidenceWords</name>
    <message>
        <source>it is not written as it must be</source>
        <translation>no está escrito como debe</translation>
    </message>
    <message>
        <source>its signature does not hold</source>
        <translation>su firma no se sostiene</translation>
    </message>
    <message>
        <source>the key that signed it is not known</source>
        <translation>no se conoce la llave que lo firmó</translation>
    </message>
    <message>
        <source>it is signed by somebody else&apos;s key</source>
        <translation>lo firmó la llave de otro</translation>
    </message>
    <message>
        <source>it rests on a key for which nobody here vouches</source>
        <translation>se apoya en una llave por la que nadie responde aquí</translation>
    </message>
    <message>
        <source>it belongs to another notification</source>
        <translation>es de otra notificación</translation>
    </message>
    <message>
        <source>it is about another seal</source>
        <translation>trata de otro sello</translation>
    </message>
    <message>
        <source>another operator wrote it</source>
        <translation>lo escribió otro operador</translation>
    </message>
    <message>
        <source>records are missing before it</source>
        <translation>faltan registros antes</translation>
    </message>
    <message>
        <source>it does not stand where it was written</source>
        <translation>no está donde se escribió</translation>
    </message>
    <message>
        <source>it is there twice</source>
        <translation>está dos veces</translation>
    </message>
    <message>
        <source>it is missing, or the end of it is</source>
        <translation>falta, o le falta el final</translation>
    </message>
    <message>
        <source>it does not follow from the record before</source>
        <translation>no sigue al registro anterior</translation>
    </message>
    <message>
        <source>it cannot happen at this point</source>
        <translation>no puede ocurrir en este punto</translation>
    </message>
    <message>
        <source>no record of the opening refers to it, so it has no effect</source>
        <translation>ningún registro de apertura lo nombra, así que no tiene efecto</translation>
    </message>
    <message>
        <source>a second opening, which cannot be</source>
        <translation>una segunda apertura, que no puede haber</translation>
    </message>
    <message>
        <source>what it refers to is not there</source>
        <translation>no está aquello a lo que se refiere</translation>
    </message>
    <message>
        <source>it refers to something else</source>
        <translation>se refiere a otra cosa</translation>
    </message>
    <message>
        <source>it says something else than the rest</source>
        <translation>dice otra cosa que lo demás</translation>
    </message>
    <message>
        <source>it is not the receipt of this notification</source>
        <translation>no es el acuse de esta notificación</translation>
    </message>
    <message>
        <source>it was signed over another state of the records</source>
        <translation>se firmó sobre otro estado de los registros</translation>
    </message>
    <message>
        <source>the statement about the computer does not hold</source>
        <translation>la declaración sobre el equipo no se sostiene</translation>
    </message>
    <message>
        <source>the login was for another act</source>
        <translation>el ingreso fue para otro acto</translation>
    </message>
    <message>
        <source>its time stamp does not hold</source>
        <translation>su estampa cronológica no se sostiene</translation>
    </message>
    <message>
        <source>its time stamp is of another time</source>
        <translation>su estampa cronológica es de otro momento</translation>
    </message>
    <message>
        <source>its time stamp is by an authority that you have not declared to trust</source>
        <translation>su estampa cronológica es de una autoridad en la que usted no ha declarado confiar</translation>
    </message>
    <message>
        <source>the entity&apos;s certificate of access does not hold</source>
        <translation>la constancia de acceso de la entidad no se sostiene</translation>
    </message>
    <message>
        <source>it is not the content that was sealed</source>
        <translation>no es el contenido que se selló</translation>
    </message>
    <message>
        <source>the content cannot be read</source>
        <translation>el contenido no se puede leer</translation>
    </message>
    <message>
        <source>the operator says that its clock was not exact</source>
        <translation>el operador dice que su reloj no era exacto</translation>
    </message>
    <message>
        <source>it is not in the file, so it was not compared</source>
        <translation>no está en el archivo, así que no se comparó</translation>
    </message>
    <message>
        <source>the file&apos;s list of contents does not hold</source>
        <translation>la lista del contenido del archivo no se sostiene</translation>
    </message>
    <message>
        <source>it is not in the file&apos;s list of contents</source>
        <translation>no está en la lista del contenido del archivo</translation>
    </message>
    <message>
        <source>its copy for other programs says something else</source>
        <translation>su copia para otros programas dice otra cosa</translation>
    </message>
    <message>
        <source>no time stamp protects the file as a whole</source>
        <translation>ninguna estampa protege el archivo entero</translation>
    </message>
    <message>
        <source>your operator showed two histories</source>
        <translation>su operador mostró dos historias distintas</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>Sello</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Acuse de recibo</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Registros</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>Directorio</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Ingreso</translation>
    </message>
    <message>
        <source>Certificate of access</source>
        <translation>Constancia de acceso</translation>
    </message>
    <message>
        <source>Declaration</source>
        <translation>Declaración</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Consentimiento</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Record %1</source>
        <translation>Registro %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>its time is earlier than that of what came before it</source>
        <translation>su hora es anterior a la de lo que va antes</translation>
    </message>
    <message>
        <source>somebody else signed it, and that he may do so cannot be proven</source>
        <translation>lo firmó otra persona, y no se puede probar que pueda hacerlo</translation>
    </message>
    <message>
        <source>it is the login of somebody else</source>
        <translation>es el ingreso de otra persona</translation>
    </message>
    <message>
        <source>the login was less sure than this act asks for</source>
        <translation>el ingreso fue menos seguro de lo que este acto exige</translation>
    </message>
    <message>
        <source>it is addressed to somebody else</source>
        <translation>está dirigido a otra persona</translation>
    </message>
    <message>
        <source>it is not in the file; the seal only names it</source>
        <translation>no está en el archivo; el sello solo lo nombra</translation>
    </message>
    <message>
        <source>the file does not say which computer signed it, so its signature could not be checked</source>
        <translation>el archivo no dice qué equipo lo firmó, así que no se pudo comprobar su firma</translation>
    </message>
    <message>
        <source>it is not in the file; how sure it was only the operator says</source>
        <translation>no está en el archivo; qué tan seguro fue solo lo dice el operador</translation>
    </message>
    <message>
        <source>no record of the operator tells of it</source>
        <translation>ningún registro del operador habla de ella</translation>
    </message>
    <message>
        <source>with the key that it names, what was handed over is not what was sealed; the file has both, so that anybody can try</source>
        <translation>con la llave que indica, lo entregado no es lo que se selló; el archivo trae ambas cosas, para que cualquiera lo compruebe</translation>
    </message>
    <message>
        <source>what it says does not come out when what was handed over is tried</source>
        <translation>lo que dice no resulta al probar con lo entregado</translation>
    </message>
    <message>
        <source>Sealed content</source>
        <translation>Contenido sellado</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Solicitud</translation>
    </message>
    <message>
        <source>Consent to give</source>
        <translation>Consentimiento de entrega</translation>
    </message>
    <message>
        <source>Evidence of the failure</source>
        <translation>Prueba de la falla</translation>
    </message>
    <message>
        <source>Filing</source>
        <translation>Radicación</translation>
    </message>
    <message>
        <source>Rejection</source>
        <translation>Rechazo</translation>
    </message>
    <message>
        <source>Whoever opened it declares that what came is not what was sealed. %1</source>
        <translation>Quien la abrió declara que lo que llegó no es lo que se selló. %1</translation>
    </message>
    <message>
        <source>Tried here with what is in the file, it is so.</source>
        <translation>Se probó aquí con lo que trae el archivo, y así es.</translation>
    </message>
    <message>
        <source>Tried here with what is in the file, it is not so.</source>
        <translation>Se probó aquí con lo que trae el archivo, y no es así.</translation>
    </message>
    <message>
        <source>The proof holds</source>
        <translation>La prueba se sostiene</translation>
    </message>
    <message>
        <source>Nothing speaks against the proof</source>
        <translation>Nada habla en contra de la prueba</translation>
    </message>
    <message>
        <source>The proof does not hold</source>
        <translation>La prueba no se sostiene</translation>
    </message>
    <message>
        <source>The proof was not checked yet</source>
        <translation>La prueba todavía no se ha comprobado</translation>
    </message>
    <message>
        <source>Every record is as it was made, in its order, and signed by whom you know.</source>
        <translation>Cada registro está como se hizo, en su orden, y firmado por quien usted conoce.</translation>
    </message>
    <message>
        <source>Every record in it is as it was made, in its order, and signed by whom you know.</source>
        <translation>Cada registro que trae está como se hizo, en su orden, y firmado por quien usted conoce.</translation>
    </message>
    <message>
        <source>Every record is as it was made, in its order, and signed by whom you know. Only who signed the agreement to be notified could not be checked.</source>
        <translation>Cada registro está como se hizo, en su orden, y firmado por quien usted conoce. Solo no se pudo comprobar quién firmó la autorización para ser notificado.</translation>
    </message>
    <message>
        <source>Every record is as it was made and in its order. Its time stamps are by an authority that you have not declared to trust.</source>
        <translation>Cada registro está como se hizo y en su orden. Sus estampas cronológicas son de una autoridad en la que usted no ha declarado confiar.</translation>
    </message>
    <message>
        <source>Every record is as it was made and in its order, but not everything that proves it is here. What is missing is named below.</source>
        <translation>Cada registro está como se hizo y en su orden, pero no está todo lo que la prueba. Abajo se dice qué falta.</translation>
    </message>
    <message>
        <source>Every record is as it was made and in its order, but it rests on a key for which nobody here vouches. Name the operator&apos;s key to know.</source>
        <translation>Cada registro está como se hizo y en su orden, pero se apoya en una llave por la que nadie responde aquí. Indique la llave del operador para saberlo.</translation>
    </message>
    <message>
        <source>Something is not as it was made. Do not rely on it; what does not fit is named below.</source>
        <translation>Algo no está como se hizo. No confíe en ella; abajo se dice qué no concuerda.</translation>
    </message>
    <message>
        <source>Up to here: by this evidence it had not been opened on %1; it does not say what came after.</source>
        <translation>Hasta aquí: según esta evidencia no se había abierto el %1; no dice qué pasó después.</translation>
    </message>
    <message>
        <source>it has no time stamp of its own, and nothing that follows gives it one: its time is the operator&apos;s word alone</source>
        <translation>no tiene estampa de tiempo propia, y nada de lo que sigue se la da: su hora es solo la palabra del operador</translation>
    </message>
    <message>
        <source>they end before an opening, and do not say what came after</source>
        <translation>terminan antes de una apertura y no dicen qué pasó después</translation>
    </message>
    <message>
        <source>it is missing from the file</source>
        <translation>falta en el archivo</translation>
    </message>
    <message>
        <source>it is not what is written there when the file is made</source>
        <translation>no es lo que se escribe ahí cuando se hace el archivo</translation>
    </message>
    <message>
        <source>it has no place in such a file</source>
        <translation>no tiene lugar en un archivo así</translation>
    </message>
    <message>
        <source>it ends before an answer of the entity, and does not say what came after</source>
        <translation>termina antes de una respuesta de la entidad y no dice qué pasó después</translation>
    </message>
    <message>
        <source>its signature fits the keys beside it, for which nobody here vouches</source>
        <translation>su firma corresponde a las llaves que lo acompañan, por las que nadie responde aquí</translation>
    </message>
    <message>
        <source>with the key that it names, what was handed over is what was sealed, and it is no act that can be read; the file has both, so that anybody can try</source>
        <translation>con la llave que indica, lo entregado es lo que se selló, y no es un acto que se pueda leer; el archivo trae ambas cosas para que cualquiera lo pruebe</translation>
    </message>
    <message>
        <source>Whoever opened it declares that what was sealed is no act that can be shown. %1</source>
        <translation>Quien la abrió declara que lo que se selló no es un acto que se pueda mostrar. %1</translation>
    </message>
    <message>
        <source>the keys of who vouched for it are not here, so its signature could not be checked</source>
        <translation>aquí no están las llaves de quien respondió por él, así que su firma no se pudo comprobar</translation>
    </message>
    <message>
        <source>What opening means</source>
        <translation>Lo que significa abrirla</translation>
    </message>
    <message>
        <source>Every record is as it was made and in its order. The receipt is signed with a certificate of an authority that you have not declared to trust.</source>
        <translation>Cada registro está como se hizo y en su orden. El acuse está firmado con un certificado de una autoridad en la que usted no ha declarado confiar.</translation>
    </message>
    <message>
        <source>it is signed with a certificate of an authority that you have not declared to trust</source>
        <translation>está firmado con un certificado de una autoridad en la que usted no ha declarado confiar</translation>
    </message>
    <message>
        <source>What it does not prove by itself is said below.</source>
        <translation>Lo que no prueba por sí sola se dice abajo.</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>El archivo</translation>
    </message>
    <message>
        <source>The file&apos;s list of contents</source>
        <translation>La lista de lo que trae el archivo</translation>
    </message>
    <message>
        <source>the words that were read before opening are not in the file; seal and receipt name their digest</source>
        <translation>las palabras que se leyeron antes de abrir no están en el archivo; el sello y el acuse nombran su huella</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <extracomment>a date written out; d = day, MMMM = month, yyyy = year, other letters in quotes</extracomment>
        <translation>d &apos;de&apos; MMMM &apos;de&apos; yyyy</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>a span of time</comment>
        <translation>
            <numerusform>%n día</numerusform>
            <numerusform>%n días</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>ahora mismo</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>hace %n minuto</numerusform>
            <numerusform>hace %n minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>today, %1</source>
        <translation>hoy, %1</translation>
    </message>
    <message>
        <source>yesterday, %1</source>
        <translation>ayer, %1</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>mañana</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>ayer</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>en %n día</numerusform>
            <numerusform>en %n días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>hace %n día</numerusform>
            <numerusform>hace %n días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n year(s)</source>
        <translation>
            <numerusform>en %n año</numerusform>
            <numerusform>en %n años</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <translation>
            <numerusform>hace %n año</numerusform>
            <numerusform>hace %n años</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n month(s)</source>
        <translation>
            <numerusform>en %n mes</numerusform>
            <numerusform>en %n meses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) ago</source>
        <translation>
            <numerusform>hace %n mes</numerusform>
            <numerusform>hace %n meses</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (local time)</source>
        <translation>%1 (hora local)</translation>
    </message>
</context>
<context>
    <name>MatchWords</name>
    <message>
        <source>in the name</source>
        <translation>en el nombre</translation>
    </message>
    <message>
        <source>in a label</source>
        <translation>en una etiqueta</translation>
    </message>
    <message>
        <source>in its type or issuer</source>
        <translation>en su tipo o emisor</translation>
    </message>
    <message>
        <source>in its original name</source>
        <translation>en su nombre original</translation>
    </message>
    <message>
        <source>in its text or its note</source>
        <translation>en su texto o su nota</translation>
    </message>
    <message>
        <source>in its name, labels or note together</source>
        <translation>entre su nombre, etiquetas o nota</translation>
    </message>
    <message>
        <source>in its text</source>
        <translation>en su texto</translation>
    </message>
    <message>
        <source>in its note</source>
        <translation>en su nota</translation>
    </message>
</context>
<context>
    <name>Matter</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 y %n más</numerusform>
            <numerusform>%1 y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Carpeta nueva</translation>
    </message>
    <message>
        <source>New document</source>
        <translation>Documento nuevo</translation>
    </message>
    <message>
        <source>Change of name, place or facts</source>
        <translation>Cambio de nombre, lugar o datos</translation>
    </message>
    <message>
        <source>New version</source>
        <translation>Versión nueva</translation>
    </message>
    <message>
        <source>To the trash</source>
        <translation>A la papelera</translation>
    </message>
    <message>
        <source>Out of the trash</source>
        <translation>Fuera de la papelera</translation>
    </message>
    <message>
        <source>Deletion for ever</source>
        <translation>Borrado para siempre</translation>
    </message>
    <message numerus="yes">
        <source>Another computer removed %n document(s) at once</source>
        <translation>
            <numerusform>Otro equipo quitó %n documento de una vez</numerusform>
            <numerusform>Otro equipo quitó %n documentos de una vez</numerusform>
        </translation>
    </message>
    <message>
        <source>They were %1 of your %2 documents. Nothing is removed from this computer before you answer.</source>
        <translation>Eran %1 de sus %2 documentos. Nada se quita de este equipo antes de que usted responda.</translation>
    </message>
    <message>
        <source>Bring them back</source>
        <translation>Recuperarlos</translation>
    </message>
    <message>
        <source>It was meant</source>
        <translation>Fue a propósito</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) are no longer at your operator</source>
        <translation>
            <numerusform>%n documento ya no está donde su operador</numerusform>
            <numerusform>%n documentos ya no están donde su operador</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody told that they were deleted, so they were kept here: %1.</source>
        <translation>Nadie avisó que se borraran; por eso se conservaron aquí: %1.</translation>
    </message>
    <message>
        <source>Send them again</source>
        <translation>Enviarlos otra vez</translation>
    </message>
    <message>
        <source>Remove them here, too</source>
        <translation>Quitarlos también aquí</translation>
    </message>
    <message>
        <source>The content of some is not on this computer; those cannot be sent again.</source>
        <translation>El contenido de algunos no está en este equipo; esos no se pueden enviar otra vez.</translation>
    </message>
    <message>
        <source>The next try is in %1.</source>
        <translation>Se intenta de nuevo en %1.</translation>
    </message>
    <message>
        <source>It is being tried now.</source>
        <translation>Se está intentando ahora.</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>Reintentar ahora</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Ingresar</translation>
    </message>
    <message>
        <source>See both</source>
        <translation>Ver las dos</translation>
    </message>
    <message>
        <source>Log in to synchronise</source>
        <translation>Ingrese para sincronizar</translation>
    </message>
    <message>
        <source>Your operator cannot be reached</source>
        <translation>No hay conexión con su operador</translation>
    </message>
    <message>
        <source>Check the connection to the internet. You can go on working; what you do is kept and sent later.</source>
        <translation>Revise la conexión a internet. Puede seguir trabajando; lo que haga se guarda y se envía después.</translation>
    </message>
    <message numerus="yes">
        <source>tried %n time(s)</source>
        <translation>
            <numerusform>%n intento</numerusform>
            <numerusform>%n intentos</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo this change</source>
        <translation>Deshacer este cambio</translation>
    </message>
    <message>
        <source>The change was undone; the document stands as your operator has it.</source>
        <translation>El cambio se deshizo; el documento queda como lo tiene su operador.</translation>
    </message>
    <message>
        <source>See the document</source>
        <translation>Ver el documento</translation>
    </message>
    <message>
        <source>Changed here and elsewhere: %1</source>
        <translation>Con cambios aquí y en otra parte: %1</translation>
    </message>
    <message>
        <source>Both were kept. Say which one holds.</source>
        <translation>Se guardó lo uno y lo otro. Diga qué vale.</translation>
    </message>
    <message>
        <source>Save what can be read…</source>
        <translation>Salvar lo que se pueda leer…</translation>
    </message>
    <message>
        <source>Bring it again from the operator</source>
        <translation>Traer otra vez del operador</translation>
    </message>
    <message>
        <source>“%1” was brought again from your operator, and is whole.</source>
        <translation>«%1» se trajo otra vez de su operador y está completo.</translation>
    </message>
    <message numerus="yes">
        <source>Your operator lost or changed the content of %n document(s)</source>
        <translation>
            <numerusform>Su operador perdió o cambió el contenido de un documento</numerusform>
            <numerusform>Su operador perdió o cambió el contenido de %n documentos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. It is nowhere that this computer knows. Another computer of yours that has it can send it again; or add it again from a copy.</source>
        <translation>%1. No está en ninguna parte que este equipo conozca. Otro equipo suyo que lo tenga puede enviarlo otra vez; o agréguelo de nuevo desde una copia.</translation>
    </message>
    <message>
        <source>Put it into the trash</source>
        <translation>Llevarlo a la papelera</translation>
    </message>
    <message>
        <source>%1. The copy on this computer is the only one that is known to be whole.</source>
        <translation>%1. La copia de este equipo es la única que se sabe entera.</translation>
    </message>
    <message>
        <source>Send it again</source>
        <translation>Enviarla otra vez</translation>
    </message>
</context>
<context>
    <name>NavigationPanel</name>
    <message>
        <source>%1, %2 new</source>
        <translation>%1, %2 nuevas</translation>
    </message>
</context>
<context>
    <name>Needs</name>
    <message>
        <source>%1 expired %2</source>
        <translation>%1 venció %2</translation>
    </message>
    <message>
        <source>%1 expires %2</source>
        <translation>%1 vence %2</translation>
    </message>
    <message>
        <source>Date of expiry: %1.</source>
        <translation>Fecha de vencimiento: %1.</translation>
    </message>
    <message>
        <source>See the document</source>
        <translation>Ver el documento</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>Se intenta otra vez automáticamente.</translation>
    </message>
    <message>
        <source>See what happened</source>
        <translation>Ver qué pasó</translation>
    </message>
    <message>
        <source>Log in to synchronise</source>
        <translation>Ingrese para sincronizar</translation>
    </message>
    <message>
        <source>Your changes wait on this computer until you log in at %1.</source>
        <translation>Sus cambios esperan en este equipo hasta que ingrese en %1.</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Ingresar</translation>
    </message>
    <message>
        <source>You have no recovery code on paper</source>
        <translation>No tiene el código de recuperación en papel</translation>
    </message>
    <message>
        <source>Make a code</source>
        <translation>Crear un código</translation>
    </message>
    <message>
        <source>Your documents are only on this computer</source>
        <translation>Sus documentos están solo en este equipo</translation>
    </message>
    <message>
        <source>With an operator there is a second copy, and entities can send you documents. Nothing is lost by connecting.</source>
        <translation>Con un operador hay una segunda copia, y las entidades pueden enviarle documentos. Al conectarlo no se pierde nada.</translation>
    </message>
    <message>
        <source>Connect an operator</source>
        <translation>Conectar un operador</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) expired more than a month ago</source>
        <translation>
            <numerusform>%n documento venció hace más de un mes</numerusform>
            <numerusform>%n documentos vencieron hace más de un mes</numerusform>
        </translation>
    </message>
    <message>
        <source>If you no longer need them, take their date away or move them to the trash.</source>
        <translation>Si ya no los necesita, quíteles la fecha o páselos a la papelera.</translation>
    </message>
    <message>
        <source>See them</source>
        <translation>Verlos</translation>
    </message>
    <message>
        <source>Changed here and elsewhere: %1</source>
        <translation>Con cambios aquí y en otra parte: %1</translation>
    </message>
    <message>
        <source>Both were kept. Say which one holds.</source>
        <translation>Se guardó lo uno y lo otro. Diga qué vale.</translation>
    </message>
    <message>
        <source>This computer was removed from your folder</source>
        <translation>Este computador fue retirado de su carpeta</translation>
    </message>
    <message>
        <source>Nothing new comes or goes; the documents that are here stay here. If you want it back, log in: it is added again.</source>
        <translation>Nada nuevo entra ni sale; los documentos que están aquí se quedan aquí. Si lo quiere de vuelta, ingrese: se añade otra vez.</translation>
    </message>
    <message>
        <source>Without it, nobody can open what is on this computer if you lose the passphrase or the key store.</source>
        <translation>Sin él, nadie puede abrir lo que está en este equipo si se pierde la frase de paso o el llavero del sistema.</translation>
    </message>
    <message>
        <source>%1: the term to answer ends %2</source>
        <translation>%1: el término para responder vence %2</translation>
    </message>
    <message>
        <source>%1: %2, at the latest %3</source>
        <translation>%1: %2, a más tardar %3</translation>
    </message>
    <message>
        <source>%1. Last day: %2 (informative).</source>
        <translation>%1. Último día: %2 (dato informativo).</translation>
    </message>
    <message>
        <source>See the notification</source>
        <translation>Ver la notificación</translation>
    </message>
    <message>
        <source>Message of %1: %2</source>
        <translation>Mensaje de %1: %2</translation>
    </message>
    <message>
        <source>It has no legal effect. You can read it whenever you want.</source>
        <translation>No tiene efecto legal. Puede leerlo cuando quiera.</translation>
    </message>
    <message>
        <source>See it</source>
        <translation>Verlo</translation>
    </message>
    <message>
        <source>Notification of %1: %2</source>
        <translation>Notificación de %1: %2</translation>
    </message>
    <message>
        <source>Its term ran without being opened and ended on %1 (informative). Read it and ask what you can still do.</source>
        <translation>Su término corrió sin que la abriera y venció el %1 (dato informativo). Léala y pregunte qué puede hacer todavía.</translation>
    </message>
    <message>
        <source>Its term runs already, although you have not opened it: the last day to answer is %1 (informative).</source>
        <translation>Su término ya corre, aunque usted no la haya abierto: el último día para responder es el %1 (dato informativo).</translation>
    </message>
    <message>
        <source>It is sealed. Opening it has legal effect.</source>
        <translation>Está sellada. Abrirla tiene efecto legal.</translation>
    </message>
    <message>
        <source>It can be opened until %1.</source>
        <translation>Se puede abrir hasta el %1.</translation>
    </message>
    <message>
        <source>See what opening means</source>
        <translation>Ver qué significa abrirla</translation>
    </message>
    <message>
        <source>The proof of a notification of %1 does not hold</source>
        <translation>La prueba de una notificación de %1 no cuadra</translation>
    </message>
    <message>
        <source>Ask the entity, by a way that you know, whether it sent this.</source>
        <translation>Pregunte a la entidad, por un medio que usted conozca, si la envió.</translation>
    </message>
    <message>
        <source>It is not known yet whether a notification of %1 was opened</source>
        <translation>Aún no se sabe si quedó abierta una notificación de %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more notification(s) wait to be opened</source>
        <translation>
            <numerusform>%n notificación más espera que la abra</numerusform>
            <numerusform>%n notificaciones más esperan que las abra</numerusform>
        </translation>
    </message>
    <message>
        <source>See the notifications</source>
        <translation>Ver las notificaciones</translation>
    </message>
    <message>
        <source>They are all in Notifications, by the day on which they must be answered.</source>
        <translation>Todas están en Notificaciones, por el día en que se deben responder.</translation>
    </message>
    <message numerus="yes">
        <source>Another computer removed %n document(s) at once</source>
        <translation>
            <numerusform>Otro equipo quitó %n documento de una vez</numerusform>
            <numerusform>Otro equipo quitó %n documentos de una vez</numerusform>
        </translation>
    </message>
    <message>
        <source>They stay here until you say whether that was meant.</source>
        <translation>Aquí se quedan hasta que usted diga si así debía ser.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Responder</translation>
    </message>
    <message>
        <source>You opened your documents with the recovery code</source>
        <translation>Usted abrió sus documentos con el código de recuperación</translation>
    </message>
    <message>
        <source>If you no longer have your passphrase, choose a new one now: your code proves that it is you.</source>
        <translation>Si ya no tiene su frase de paso, elija una nueva ahora: su código demuestra que es usted.</translation>
    </message>
    <message>
        <source>Choose a passphrase</source>
        <translation>Elegir una frase de paso</translation>
    </message>
    <message>
        <source>What came with a notification of %1 is not what was sealed</source>
        <translation>Lo que llegó con una notificación de %1 no es lo que se selló</translation>
    </message>
    <message>
        <source>Open it to know until when.</source>
        <translation>Ábrala para saber hasta cuándo.</translation>
    </message>
    <message>
        <source>A new computer uses your folder: %1</source>
        <translation>Un equipo nuevo usa su carpeta: %1</translation>
    </message>
    <message>
        <source>It joined on %1 and can read and change everything in it. If it was not you, remove it now.</source>
        <translation>Entró el %1 y puede leer y cambiar todo lo que hay en ella. Si no fue usted, quítelo ya.</translation>
    </message>
    <message>
        <source>It was not me</source>
        <translation>No fui yo</translation>
    </message>
    <message>
        <source>It was me</source>
        <translation>Fui yo</translation>
    </message>
    <message>
        <source>Your operator changed its record of your activity</source>
        <translation>Su operador cambió su registro de la actividad de usted</translation>
    </message>
    <message>
        <source>What it says now does not fit what it signed before: %1.</source>
        <translation>Lo que dice ahora no encaja con lo que firmó antes: %1.</translation>
    </message>
    <message>
        <source>See the record</source>
        <translation>Ver el registro</translation>
    </message>
    <message>
        <source>What %1 sealed is no act that can be shown</source>
        <translation>Lo que selló %1 no es un acto que se pueda mostrar</translation>
    </message>
    <message>
        <source>Read it here</source>
        <translation>Leerla aquí</translation>
    </message>
    <message>
        <source>%1: opened on another computer, and a term may be running</source>
        <translation>%1: abierta en otro equipo, y puede estar corriendo un término</translation>
    </message>
    <message>
        <source>A notification of %1 cannot arrive</source>
        <translation>Una notificación de %1 no puede llegar</translation>
    </message>
    <message>
        <source>%1: it was closed unopened, and a term may be running</source>
        <translation>%1: se cerró sin abrir, y un término puede estar corriendo</translation>
    </message>
    <message>
        <source>What is on this computer was kept, and can be sent again.</source>
        <translation>Lo que está en este equipo se conservó, y se puede enviar otra vez.</translation>
    </message>
    <message numerus="yes">
        <source>Your operator lost or changed the content of %n document(s)</source>
        <translation>
            <numerusform>Su operador perdió o cambió el contenido de un documento</numerusform>
            <numerusform>Su operador perdió o cambió el contenido de %n documentos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: the day that the entity had set is over</source>
        <translation>%1: ya pasó el día que fijó la entidad</translation>
    </message>
    <message>
        <source>I take note</source>
        <translation>Tomo nota</translation>
    </message>
</context>
<context>
    <name>NotificationParts</name>
    <message>
        <source>Back (Esc)</source>
        <translation>Volver (Esc)</translation>
    </message>
</context>
<context>
    <name>NotificationWords</name>
    <message>
        <source>Official notification</source>
        <translation>Notificación oficial</translation>
    </message>
    <message>
        <source>Communication</source>
        <translation>Comunicación</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alerta</translation>
    </message>
    <message>
        <source>Not available yet</source>
        <translation>Todavía no disponible</translation>
    </message>
    <message>
        <source>To be opened</source>
        <translation>Por abrir</translation>
    </message>
    <message>
        <source>Opened elsewhere</source>
        <translation>Abierta en otro equipo</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Retirada por la entidad</translation>
    </message>
    <message>
        <source>By other means</source>
        <translation>Por otro medio</translation>
    </message>
    <message>
        <source>Closed without being opened</source>
        <translation>Cerrada sin abrirse</translation>
    </message>
    <message>
        <source>The entity has set a later moment for it. Until then nobody can open it.</source>
        <translation>La entidad le fijó un momento posterior. Hasta entonces nadie puede abrirla.</translation>
    </message>
    <message>
        <source>Another computer of yours opened it. Reading it here makes no second access.</source>
        <translation>La abrió otro equipo suyo. Leerla aquí no hace un segundo acceso.</translation>
    </message>
    <message>
        <source>The entity took it back before you opened it. It has no effect, and its content stays sealed.</source>
        <translation>La entidad la retiró antes de que usted la abriera. No tiene efecto y su contenido queda sellado.</translation>
    </message>
    <message>
        <source>Its time passed without being opened. Ask the entity how it goes on.</source>
        <translation>Su plazo pasó sin que se abriera. Pregúntele a la entidad cómo sigue.</translation>
    </message>
    <message>
        <source>An administrative act. You are notified at the moment you open it, and not before (Law 1437 of 2011, article 56).</source>
        <translation>Un acto administrativo. Usted queda notificado en el momento en que lo abre, y no antes (Ley 1437 de 2011, artículo 56).</translation>
    </message>
    <message>
        <source>A decision of a court. It counts as notified two business days after it was sent, whether you open it or not (Law 1437 of 2011, article 205).</source>
        <translation>Una providencia judicial. Se entiende notificada dos días hábiles después de su envío, la abra usted o no (Ley 1437 de 2011, artículo 205).</translation>
    </message>
    <message>
        <source>Information from the entity. No term runs from it.</source>
        <translation>Una información de la entidad. De ella no corre ningún término.</translation>
    </message>
    <message>
        <source>The entity sent it</source>
        <translation>La entidad la envió</translation>
    </message>
    <message>
        <source>It reached your folder</source>
        <translation>Llegó a su carpeta</translation>
    </message>
    <message>
        <source>It counts as notified</source>
        <translation>Se entiende notificada</translation>
    </message>
    <message>
        <source>Weekend: not counted</source>
        <translation>Fin de semana: no se cuenta</translation>
    </message>
    <message>
        <source>The term begins</source>
        <translation>Empieza el término</translation>
    </message>
    <message>
        <source>Last day to answer</source>
        <translation>Último día para responder</translation>
    </message>
    <message>
        <source>New Year</source>
        <translation>Año Nuevo</translation>
    </message>
    <message>
        <source>Epiphany</source>
        <translation>Reyes Magos</translation>
    </message>
    <message>
        <source>Saint Joseph</source>
        <translation>San José</translation>
    </message>
    <message>
        <source>Holy Thursday</source>
        <translation>Jueves Santo</translation>
    </message>
    <message>
        <source>Good Friday</source>
        <translation>Viernes Santo</translation>
    </message>
    <message>
        <source>Labour Day</source>
        <translation>Día del Trabajo</translation>
    </message>
    <message>
        <source>Ascension</source>
        <translation>Ascensión</translation>
    </message>
    <message>
        <source>Corpus Christi</source>
        <translation>Corpus Christi</translation>
    </message>
    <message>
        <source>Sacred Heart</source>
        <translation>Sagrado Corazón</translation>
    </message>
    <message>
        <source>Saints Peter and Paul</source>
        <translation>San Pedro y San Pablo</translation>
    </message>
    <message>
        <source>Independence Day</source>
        <translation>Independencia</translation>
    </message>
    <message>
        <source>Battle of Boyacá</source>
        <translation>Batalla de Boyacá</translation>
    </message>
    <message>
        <source>Assumption</source>
        <translation>Asunción de la Virgen</translation>
    </message>
    <message>
        <source>Day of Ethnic and Cultural Diversity</source>
        <translation>Día de la Diversidad Étnica y Cultural</translation>
    </message>
    <message>
        <source>All Saints</source>
        <translation>Todos los Santos</translation>
    </message>
    <message>
        <source>Independence of Cartagena</source>
        <translation>Independencia de Cartagena</translation>
    </message>
    <message>
        <source>Immaculate Conception</source>
        <translation>Inmaculada Concepción</translation>
    </message>
    <message>
        <source>Christmas</source>
        <translation>Navidad</translation>
    </message>
    <message>
        <source>The entity handed it to your operator, who accepted it</source>
        <translation>La entidad la entregó al operador, que la aceptó</translation>
    </message>
    <message>
        <source>Your operator did not accept it</source>
        <translation>El operador no la aceptó</translation>
    </message>
    <message>
        <source>It was put at your disposal, sealed</source>
        <translation>Quedó a disposición del destinatario, sellada</translation>
    </message>
    <message>
        <source>Its time passed without being opened</source>
        <translation>Su plazo pasó sin que se abriera</translation>
    </message>
    <message>
        <source>It was opened: the receipt was signed and your operator handed over the key</source>
        <translation>Se abrió: se firmó el acuse de recibo y el operador entregó la llave</translation>
    </message>
    <message>
        <source>Another computer of the same person read it; that is no second access</source>
        <translation>Otro equipo de la misma persona la leyó; no es un segundo acceso</translation>
    </message>
    <message>
        <source>The entity went over to another means</source>
        <translation>La entidad pasó a otro medio</translation>
    </message>
    <message>
        <source>The entity took it back</source>
        <translation>La entidad la retiró</translation>
    </message>
    <message>
        <source>The entity certified the access</source>
        <translation>La entidad certificó el acceso</translation>
    </message>
    <message>
        <source>The key that your operator handed over is not the one the entity sealed with. Your operator must explain it.</source>
        <translation>La llave que entregó su operador no es aquella con la que la entidad selló. Su operador debe explicarlo.</translation>
    </message>
    <message>
        <source>The sealed content cannot be opened with its key. It is not what the entity sealed.</source>
        <translation>El contenido sellado no se abre con su llave. No es lo que la entidad selló.</translation>
    </message>
    <message>
        <source>The content is not the one whose digest the entity signed.</source>
        <translation>El contenido no es aquel cuya huella firmó la entidad.</translation>
    </message>
    <message>
        <source>The content is not put together as an act must be. The entity must explain it.</source>
        <translation>El contenido no está compuesto como debe estarlo un acto. La entidad debe explicarlo.</translation>
    </message>
    <message>
        <source>The entity&apos;s signature over the content does not hold. The entity must explain it.</source>
        <translation>La firma de la entidad sobre el contenido no se sostiene. La entidad debe explicarlo.</translation>
    </message>
    <message>
        <source>Ask your operator for the moment of the opening</source>
        <translation>Pedir al operador el momento de la apertura</translation>
    </message>
    <message>
        <source>Sign the receipt on this computer and keep it</source>
        <translation>Firmar el acuse de recibo en este equipo y guardarlo</translation>
    </message>
    <message>
        <source>Send the receipt to your operator</source>
        <translation>Enviar el acuse al operador</translation>
    </message>
    <message>
        <source>Prove in the browser that it is you</source>
        <translation>Probar en el navegador que es usted</translation>
    </message>
    <message>
        <source>Receive the key and check the content</source>
        <translation>Recibir la llave y comprobar el contenido</translation>
    </message>
    <message>
        <source>Being found out</source>
        <translation>Se está averiguando</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Abierta</translation>
    </message>
    <message>
        <source>Not what was sealed</source>
        <translation>No es lo que se selló</translation>
    </message>
    <message>
        <source>Its proof does not hold</source>
        <translation>Su prueba no se sostiene</translation>
    </message>
    <message>
        <source>Still arriving</source>
        <translation>Todavía está llegando</translation>
    </message>
    <message>
        <source>It is opened already. Reading it here has no further effect.</source>
        <translation>Ya está abierta. Leerla aquí no tiene ningún otro efecto.</translation>
    </message>
    <message>
        <source>Opening it makes no term run. Your operator records that you opened it, and when.</source>
        <translation>Abrirla no hace correr ningún término. Su operador registra que usted la abrió y cuándo.</translation>
    </message>
    <message>
        <source>When you open it, you are notified. Your operator records the date and the time, and that cannot be taken back.</source>
        <translation>Al abrirla, usted queda notificado. Su operador registra la fecha y la hora, y eso no se puede deshacer.</translation>
    </message>
    <message>
        <source>It counts whether you open it or not. Opening it only shows you the content; your operator records when.</source>
        <translation>Vale la abra usted o no. Abrirla solo le muestra el contenido; su operador registra cuándo.</translation>
    </message>
    <message>
        <source>It waits here, sealed. Nothing happens if you leave it for later.</source>
        <translation>Espera aquí, sellada. No pasa nada si la deja para después.</translation>
    </message>
    <message>
        <source>You can leave it for later, but its term does not wait for you. If you would rather be notified by another means from now on, withdraw your agreement in this procedure; what was sent before stays.</source>
        <translation>Puede dejarla para después, pero su término no lo espera. Si prefiere que en adelante lo notifiquen por otro medio, retire su consentimiento en este trámite; lo que se envió antes queda.</translation>
    </message>
    <message>
        <source>It can be opened until %1.</source>
        <translation>Se puede abrir hasta el %1.</translation>
    </message>
    <message>
        <source>You can leave it for later: while it is sealed you are not notified by it.</source>
        <translation>Puede dejarla para después: mientras siga sellada, con ella no queda notificado.</translation>
    </message>
    <message>
        <source>The entity may notify you by another means if you do not open it. If you would rather have another means from now on, withdraw your agreement in this procedure and tell the entity.</source>
        <translation>Si no la abre, la entidad puede notificarlo por otro medio. Si prefiere otro medio en adelante, retire su consentimiento en este trámite y dígaselo a la entidad.</translation>
    </message>
    <message>
        <source>Read it here</source>
        <translation>Leerla aquí</translation>
    </message>
    <message>
        <source>Ask what became of it</source>
        <translation>Preguntar qué pasó</translation>
    </message>
    <message>
        <source>Open it and be notified</source>
        <translation>Abrirla y quedar notificado</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Abrirla</translation>
    </message>
    <message>
        <source>No term runs.</source>
        <translation>No corre ningún término.</translation>
    </message>
    <message>
        <source>Last day to answer: %1 (%2)</source>
        <translation>Último día para responder: %1 (%2)</translation>
    </message>
    <message>
        <source>The term runs from %1. The act itself says how many days there are.</source>
        <translation>El término corre desde el %1. El acto mismo dice cuántos días son.</translation>
    </message>
    <message>
        <source>The act itself says how many days there are.</source>
        <translation>El acto mismo dice cuántos días son.</translation>
    </message>
    <message>
        <source>Holiday, %1: not counted</source>
        <translation>Festivo, %1: no se cuenta</translation>
    </message>
    <message>
        <source>Business day %1 of those that pass first</source>
        <translation>Día hábil %1 de los que pasan antes</translation>
    </message>
    <message>
        <source>Business day %1 of the term</source>
        <translation>Día hábil %1 del término</translation>
    </message>
    <message>
        <source>To pay: $ %1</source>
        <translation>Para pagar: $ %1</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Para pagar</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>Cita</translation>
    </message>
    <message>
        <source>To answer</source>
        <translation>Para responder</translation>
    </message>
    <message>
        <source>Form to fill in</source>
        <translation>Formulario para llenar</translation>
    </message>
    <message>
        <source>Date to keep</source>
        <translation>Fecha para tener en cuenta</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>hasta el %1</translation>
    </message>
    <message>
        <source>Signed and not sent</source>
        <translation>Firmada y sin enviar</translation>
    </message>
    <message>
        <source>Your receipt is signed and was not sent yet, so nothing is opened.</source>
        <translation>Su acuse está firmado y aún no se ha enviado; por eso nada está abierto.</translation>
    </message>
    <message>
        <source>Your receipt was sent, and your operator has not answered with the proof of what became of it. The program asks by itself when there is a connection; if the receipt did not arrive, it sends the same one again while it is valid (15 minutes). It is never opened twice.</source>
        <translation>Su acuse de recibo se envió y su operador no ha respondido con la prueba de qué pasó. El programa pregunta por sí solo cuando hay conexión; si el acuse no alcanzó a llegar, envía otra vez el mismo mientras sea válido (15 minutos). Nunca se abre dos veces.</translation>
    </message>
    <message>
        <source>Asking signs nothing new. If your receipt did not arrive, the same one is sent again, and then it is opened as you wanted.</source>
        <translation>Preguntar no firma nada nuevo. Si su acuse no alcanzó a llegar, se envía otra vez el mismo y entonces queda abierta, como usted quería.</translation>
    </message>
    <message>
        <source>Ask for the key again</source>
        <translation>Pedir otra vez la llave</translation>
    </message>
    <message>
        <source>Day %1 of the term, which counts every day</source>
        <translation>Día %1 del término, que cuenta todos los días</translation>
    </message>
    <message>
        <source>The opening</source>
        <translation>La apertura</translation>
    </message>
    <message>
        <source>Opened and certified</source>
        <translation>Abierta y certificada</translation>
    </message>
    <message>
        <source>It counts as made two business days after it was sent, even if you do not open it, and its terms run from then (informative).</source>
        <translation>Se entiende hecha dos días hábiles después de enviada, aunque usted no la abra, y sus términos corren desde entonces (dato informativo).</translation>
    </message>
    <message>
        <source>The term begins, if it counts every day</source>
        <translation>Empieza el término, si son días calendario</translation>
    </message>
    <message>
        <source>The term begins, if it counts business days</source>
        <translation>Empieza el término, si son días hábiles</translation>
    </message>
    <message>
        <source>The first business day after it, until which the general rule extends the term (Law 4 of 1913, article 62)</source>
        <translation>El primer día hábil después, hasta el que la regla general extiende el término (Ley 4 de 1913, artículo 62)</translation>
    </message>
    <message>
        <source>from %1 if its days are those of the calendar, from %2 if they are business days</source>
        <translation>desde el %1 si son días calendario, desde el %2 si son días hábiles</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>desde el %1</translation>
    </message>
    <message>
        <source>It counts as made even if you do not open it, and its term runs %1 (informative).</source>
        <translation>Se da por hecha aunque usted no la abra, y su término corre %1 (dato informativo).</translation>
    </message>
    <message>
        <source>That is no business day: the general rule extends the term until %1 (Law 4 of 1913, article 62). Whoever answers before is in time either way.</source>
        <translation>Ese día no es hábil: la regla general extiende el término hasta el %1 (Ley 4 de 1913, artículo 62). Quien responde antes está a tiempo de todos modos.</translation>
    </message>
    <message>
        <source>The term runs %1. The act itself says which they are, and how many.</source>
        <translation>El término corre %1. El acto mismo dice cuáles son, y cuántos.</translation>
    </message>
    <message>
        <source>It cannot arrive</source>
        <translation>No puede llegar</translation>
    </message>
    <message>
        <source>You declared that something is wrong with what came</source>
        <translation>El destinatario declaró que algo no está bien en lo que llegó</translation>
    </message>
    <message>
        <source>No act that can be shown</source>
        <translation>No es un acto que se pueda mostrar</translation>
    </message>
    <message>
        <source>What your operator hands out of it is not what the entity sealed, so it cannot be opened. Its term may run all the same: ask the entity, and tell your operator.</source>
        <translation>Lo que su operador entrega de ella no es lo que la entidad selló, así que no se puede abrir. Su término puede correr igual: pregúntele a la entidad y avísele a su operador.</translation>
    </message>
    <message>
        <source>%1 (time of Colombia)</source>
        <translation>%1 (hora de Colombia)</translation>
    </message>
    <message>
        <source>On this day another version of the rule was in force than the one that the entity names</source>
        <translation>En este día regía otra versión de la norma que la que la entidad nombra</translation>
    </message>
    <message numerus="yes">
        <source>The act itself gives %n business day(s)</source>
        <translation>
            <numerusform>El acto mismo da %n día hábil</numerusform>
            <numerusform>El acto mismo da %n días hábiles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The act itself gives %n day(s) of the calendar</source>
        <translation>
            <numerusform>El acto mismo da %n día calendario</numerusform>
            <numerusform>El acto mismo da %n días calendario</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The law says %n day(s) after the delivery and not of which kind: business days are counted here (Law 4 of 1913, article 62). Whoever counts every day begins earlier: ask the entity, and do not wait for the last day</source>
        <translation>
            <numerusform>La ley dice %n día después de la entrega y no dice de cuáles: aquí se cuentan días hábiles (Ley 4 de 1913, artículo 62). Quien cuente todos los días empieza antes: pregúntele a la entidad y no espere al último día</numerusform>
            <numerusform>La ley dice %n días después de la entrega y no dice de cuáles: aquí se cuentan días hábiles (Ley 4 de 1913, artículo 62). Quien cuente todos los días empieza antes: pregúntele a la entidad y no espere al último día</numerusform>
        </translation>
    </message>
    <message>
        <source>What the term is for: %1</source>
        <translation>Para qué es el término: %1</translation>
    </message>
    <message>
        <source>It counts as made since it was sent, even if you do not open it, and its terms run from five business days after it reached you (informative).</source>
        <translation>Se entiende hecha desde que se la enviaron, aunque usted no la abra, y sus términos corren desde cinco días hábiles después de que le llegó (dato informativo).</translation>
    </message>
    <message>
        <source>An act of the tax authority. It counts as notified on the day it was sent, whether you open it or not; the terms run once five days have passed since it was delivered. The law does not say which days: how they are counted here stands with the term (Tax Statute, article 566-1).</source>
        <translation>Un acto de la autoridad tributaria. Se entiende notificado el día en que se envió, lo abra usted o no; los términos corren cuando pasan cinco días desde la entrega. La ley no dice de qué días: junto al término está cómo se cuentan aquí (Estatuto Tributario, artículo 566-1).</translation>
    </message>
    <message>
        <source>The entity will notify you by another means, such as a letter. That notification starts a term: mind the day on which it reaches you. This one can no longer be opened.</source>
        <translation>La entidad lo notificará por otro medio, por ejemplo una carta. El término empieza con esa notificación: fíjese en el día en que le llega. Esta ya no se puede abrir.</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Bienvenida</translation>
    </message>
    <message>
        <source>Connect an operator</source>
        <translation>Conectar un operador</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Ingresar</translation>
    </message>
    <message>
        <source>Open my documents</source>
        <translation>Abrir mis documentos</translation>
    </message>
    <message>
        <source>My folders</source>
        <translation>Mis carpetas</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papelera</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Mover</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Carpeta nueva</translation>
    </message>
    <message>
        <source>Save search</source>
        <translation>Guardar la búsqueda</translation>
    </message>
    <message>
        <source>Delete for ever</source>
        <translation>Borrar para siempre</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Agregar una carpeta</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Actividad</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>Dos versiones</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versiones</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Transferencias</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Report for support</source>
        <translation>Informe para soporte</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Firmas</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Firmar</translation>
    </message>
    <message>
        <source>Whom this computer trusts</source>
        <translation>En quién confía este equipo</translation>
    </message>
    <message>
        <source>Verify signatures</source>
        <translation>Comprobar firmas</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificado</translation>
    </message>
    <message>
        <source>Procedures</source>
        <translation>Trámites</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Trámite</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>Notification</source>
        <translation>Notificación</translation>
    </message>
    <message>
        <source>Opened notification</source>
        <translation>Notificación abierta</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidencia</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Estadísticas</translation>
    </message>
    <message>
        <source>Documents for procedures</source>
        <translation>Documentos para trámites</translation>
    </message>
    <message>
        <source>Answer a request</source>
        <translation>Responder a una solicitud</translation>
    </message>
    <message>
        <source>Who has what of mine</source>
        <translation>Quién tiene qué de lo mío</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Compartido</translation>
    </message>
    <message>
        <source>Share documents</source>
        <translation>Compartir documentos</translation>
    </message>
    <message>
        <source>Seal documents</source>
        <translation>Sellar documentos</translation>
    </message>
    <message>
        <source>Verify evidence</source>
        <translation>Verificar evidencia</translation>
    </message>
    <message>
        <source>Open an encrypted file</source>
        <translation>Abrir un archivo cifrado</translation>
    </message>
    <message>
        <source>Encrypted file for somebody</source>
        <translation>Archivo cifrado para alguien</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>Modificado</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Emitido por</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Válido hasta</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Impreso</translation>
    </message>
    <message>
        <source>The digest belongs to the electronic document. Whoever has that document can compute its digest and compare. This print is a copy; it has no electronic signature of its own.</source>
        <translation>La huella es del documento electrónico. Quien tenga ese documento puede calcular su huella y compararla. Esta impresión es una copia; no tiene firma electrónica propia.</translation>
    </message>
    <message>
        <source>The document could not be read, so nothing was printed.</source>
        <translation>No se pudo leer el documento, así que no se imprimió nada.</translation>
    </message>
    <message>
        <source>“%1” was sent to the printer</source>
        <translation>«%1» se envió a la impresora</translation>
    </message>
    <message>
        <source>“%1” could not be printed</source>
        <translation>No se pudo imprimir «%1»</translation>
    </message>
    <message>
        <source>“%1” was printed into the file %2</source>
        <translation>«%1» quedó impreso en el archivo %2</translation>
    </message>
    <message>
        <source>Printing “%1” into the file %2…</source>
        <translation>Imprimiendo «%1» en el archivo %2…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>“%1” and its cover sheet were printed into the file %2</source>
        <translation>«%1» se imprimió con su portada en el archivo %2</translation>
    </message>
    <message>
        <source>“%1” and its cover sheet were sent to the printer</source>
        <translation>«%1» se envió a la impresora con su portada</translation>
    </message>
</context>
<context>
    <name>Procedures</name>
    <message>
        <source>You are notified here since %1</source>
        <translation>Le notifican aquí desde el %1</translation>
    </message>
    <message>
        <source>You took it back on %1</source>
        <translation>Lo retiró el %1</translation>
    </message>
    <message>
        <source>Not subscribed</source>
        <translation>Sin suscripción</translation>
    </message>
    <message>
        <source>It only informs</source>
        <translation>Solo informa</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Timestamp</source>
        <translation>Estampa cronológica</translation>
    </message>
    <message>
        <source>Signature %1</source>
        <translation>Firma %1</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Motivo: %1</translation>
    </message>
    <message>
        <source>Place: %1</source>
        <translation>Lugar: %1</translation>
    </message>
    <message>
        <source>Report on the signatures of a document</source>
        <translation>Informe sobre las firmas de un documento</translation>
    </message>
    <message>
        <source>Looked at %1.</source>
        <translation>Comprobado el %1.</translation>
    </message>
    <message>
        <source>Without asking the network.</source>
        <translation>Sin preguntar en la red.</translation>
    </message>
    <message>
        <source>Authorities trusted by this computer: %1.</source>
        <translation>Entidades en las que confía este equipo: %1.</translation>
    </message>
    <message>
        <source>Not everything could be asked: whether a certificate was revoked may still be open.</source>
        <translation>No se pudo preguntar todo: puede faltar saber si un certificado fue revocado.</translation>
    </message>
    <message>
        <source>Made by Carriel %1. This report says what this computer found at that moment; it is no proof by itself. The document with the digest above is.</source>
        <translation>Hecho por Carriel %1. Este informe dice lo que este equipo encontró en ese momento; por sí solo no es una prueba. La prueba es el documento con el resumen de arriba.</translation>
    </message>
    <message>
        <source>Times are those of this computer (UTC%1).</source>
        <translation>Las horas son las de este equipo (UTC%1).</translation>
    </message>
    <message>
        <source>These signatures lead to: %1.</source>
        <translation>Estas firmas llevan a: %1.</translation>
    </message>
    <message>
        <source>The network may be asked about the certificates.</source>
        <translation>Se permite preguntar en la red por los certificados.</translation>
    </message>
    <message>
        <source>It was compared with the file “%1”.</source>
        <translation>Se comparó con el archivo «%1».</translation>
    </message>
</context>
<context>
    <name>RowWords</name>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation>Hoja de cálculo</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Comprimido</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>issued by %1</source>
        <translation>emitido por %1</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>favorito</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
</context>
<context>
    <name>Safety</name>
    <message>
        <source>It contains scripts (%1): what it shows can change by itself.</source>
        <translation>Contiene programas (%1): lo que muestra puede cambiar solo.</translation>
    </message>
    <message>
        <source>It can start programs, send data or open other files (%1).</source>
        <translation>Puede abrir programas, enviar datos o abrir otros archivos (%1).</translation>
    </message>
    <message>
        <source>Parts of it come from outside the file (%1) and are not signed.</source>
        <translation>Partes suyas vienen de fuera del archivo (%1) y no quedan firmadas.</translation>
    </message>
    <message>
        <source>It has links to the internet (%1); what they lead to is not signed.</source>
        <translation>Tiene enlaces a internet (%1); lo que hay allí no queda firmado.</translation>
    </message>
    <message>
        <source>It has other files inside (%1); you sign them too.</source>
        <translation>Trae otros archivos adentro (%1); usted también los firma.</translation>
    </message>
    <message>
        <source>It has layers that are hidden now and can be shown later.</source>
        <translation>Tiene capas que hoy están ocultas y después pueden mostrarse.</translation>
    </message>
    <message>
        <source>It has notes or fields that are not shown (%1).</source>
        <translation>Tiene notas o campos que no se muestran (%1).</translation>
    </message>
    <message>
        <source>It has form fields (%1); fill them before you sign.</source>
        <translation>Tiene campos de formulario (%1); llénelos antes de firmar.</translation>
    </message>
    <message>
        <source>Its form is described twice (XFA), and programs may show it differently.</source>
        <translation>Su formulario está descrito dos veces (XFA) y cada programa puede mostrarlo distinto.</translation>
    </message>
    <message>
        <source>It contains sound, film or 3D (%1).</source>
        <translation>Contiene sonido, video o 3D (%1).</translation>
    </message>
    <message>
        <source>Its author certified it and limits what may be added.</source>
        <translation>Su autor lo certificó y limita lo que se puede agregar.</translation>
    </message>
    <message>
        <source>It is signed already (%1). Check those signatures first.</source>
        <translation>Ya tiene firmas (%1). Compruébelas primero.</translation>
    </message>
    <message>
        <source>Something was added after its last signature.</source>
        <translation>Algo se agregó después de su última firma.</translation>
    </message>
    <message>
        <source>It is damaged inside; a new table is added when it is signed.</source>
        <translation>Está dañado por dentro; al firmar se agrega una tabla nueva.</translation>
    </message>
    <message>
        <source>It is protected.</source>
        <translation>Está protegido.</translation>
    </message>
    <message>
        <source>Not everything in it could be looked through.</source>
        <translation>No se pudo revisar todo su contenido.</translation>
    </message>
    <message>
        <source>It has signatures that do not hold (%1). Look at them before you go on.</source>
        <translation>Tiene firmas que no se sostienen (%1). Mírelas antes de seguir.</translation>
    </message>
    <message>
        <source>It has text that is not seen on %1 page(s), and you sign it too: invisible, tiny, of the colour of the paper, covered or off the page.</source>
        <translation>Tiene texto que no se ve (páginas: %1), y usted también lo firma: invisible, diminuto, del color del papel, tapado o fuera de la página.</translation>
    </message>
    <message>
        <source>Its pages use something that is missing (%1); somebody could add it later.</source>
        <translation>Sus páginas usan algo que falta (%1); alguien podría agregarlo después.</translation>
    </message>
    <message>
        <source>It lacks a font on %1 page(s): another computer may draw other letters.</source>
        <translation>Le falta una tipografía (páginas: %1): otro equipo puede dibujar otras letras.</translation>
    </message>
    <message>
        <source>It has an empty signature box over text (%1): who signs there may cover it.</source>
        <translation>Tiene una casilla de firma vacía encima del texto (%1): quien firme ahí puede taparlo.</translation>
    </message>
    <message>
        <source>The visible box hides text that was signed: the earlier signatures will be shown as altered.</source>
        <translation>El recuadro tapa texto ya firmado: las firmas anteriores se verán como alteradas.</translation>
    </message>
    <message>
        <source>The visible box hides that of an earlier signature, which will be shown as valid with later changes.</source>
        <translation>El recuadro tapa el de una firma anterior, que se verá como válida con cambios posteriores.</translation>
    </message>
    <message>
        <source>It is a PDF/A or PDF/UA. A visible box, whose font does not lie inside, would end that: sign without one.</source>
        <translation>Es un PDF/A o PDF/UA. Un recuadro visible, cuya letra no va dentro, le quitaría eso: firme sin recuadro.</translation>
    </message>
    <message>
        <source>The visible box covers part of what was signed: the earlier signatures will be shown as altered.</source>
        <translation>El recuadro tapa parte de lo que se firmó: las firmas anteriores se verán como alteradas.</translation>
    </message>
</context>
<context>
    <name>Signatures</name>
    <message>
        <source>Who signed?</source>
        <translation>¿Quién firmó?</translation>
    </message>
    <message>
        <source>The signature names nobody that can be confirmed.</source>
        <translation>La firma no nombra a nadie que se pueda confirmar.</translation>
    </message>
    <message>
        <source>The signature carries this name, but it does not hold: do not rely on it.</source>
        <translation>La firma lleva este nombre, pero no se sostiene: no se fíe de ella.</translation>
    </message>
    <message>
        <source>So says the certificate, issued by %1. This computer does not trust that authority, so it cannot confirm the name.</source>
        <translation>Eso dice el certificado, emitido por %1. Este equipo no confía en esa entidad, así que no puede confirmar el nombre.</translation>
    </message>
    <message>
        <source>Confirmed by %1, an accredited authority: it is a digital signature (firma digital).</source>
        <translation>Lo confirma %1, una entidad acreditada: es una firma digital.</translation>
    </message>
    <message>
        <source>Confirmed by %1. It is an electronic signature (firma electrónica).</source>
        <translation>Lo confirma %1. Es una firma electrónica.</translation>
    </message>
    <message>
        <source>Has it changed since?</source>
        <translation>¿Ha cambiado desde entonces?</translation>
    </message>
    <message>
        <source>Yes, it was altered</source>
        <translation>Sí, fue alterado</translation>
    </message>
    <message>
        <source>It cannot be told</source>
        <translation>No se puede saber</translation>
    </message>
    <message>
        <source>Yes, with changes that were allowed</source>
        <translation>Sí, con cambios permitidos</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Was its certificate valid, and can it be proven later?</source>
        <translation>¿Valía su certificado, y se podrá probar después?</translation>
    </message>
    <message>
        <source>Yes, and the proof is inside the document</source>
        <translation>Sí, y la prueba está dentro del documento</translation>
    </message>
    <message>
        <source>It stays provable after %1, as long as its archive timestamp is renewed in time.</source>
        <translation>Se podrá probar después del %1, si su estampa de archivo se renueva a tiempo.</translation>
    </message>
    <message>
        <source>It can be shown to have been valid even without a network.</source>
        <translation>Se puede mostrar que valía aun sin red.</translation>
    </message>
    <message>
        <source>Yes; the date is proven</source>
        <translation>Sí; la fecha está probada</translation>
    </message>
    <message>
        <source>The certificate ends on %1. Add the proofs of its validity before that, so that it can be shown later.</source>
        <translation>El certificado vence el %1. Agregue antes las pruebas de su vigencia, para poder mostrarla después.</translation>
    </message>
    <message>
        <source>Valid today; not proven for later</source>
        <translation>Vale hoy; sin prueba para después</translation>
    </message>
    <message>
        <source>Without a timestamp nobody can prove after %1 that it was signed before the certificate ended.</source>
        <translation>Sin estampa cronológica, después del %1 nadie podrá probar que se firmó antes de que el certificado venciera.</translation>
    </message>
    <message>
        <source>No, it was not valid when it was signed</source>
        <translation>No, no valía cuando se firmó</translation>
    </message>
    <message>
        <source>Still to be checked</source>
        <translation>Falta comprobarlo</translation>
    </message>
    <message>
        <source>Without an authority that this computer trusts nobody can be asked whether the certificate held.</source>
        <translation>Sin una entidad en la que este equipo confíe no hay a quién preguntar si el certificado valía.</translation>
    </message>
    <message>
        <source>It does not matter: the signature does not hold</source>
        <translation>No importa: la firma no se sostiene</translation>
    </message>
    <message>
        <source>Nobody is named</source>
        <translation>No nombra a nadie</translation>
    </message>
    <message>
        <source>A timestamp proves that it existed on %1.</source>
        <translation>Una estampa cronológica prueba que existía el %1.</translation>
    </message>
    <message>
        <source>The signer&apos;s computer said %1; nobody certified that time.</source>
        <translation>El equipo de quien firmó dijo %1; nadie certificó esa hora.</translation>
    </message>
    <message numerus="yes">
        <source>%n valid signature(s)</source>
        <translation>
            <numerusform>%n firma válida</numerusform>
            <numerusform>%n firmas válidas</numerusform>
        </translation>
    </message>
    <message>
        <source>All of them hold. Each is told below.</source>
        <translation>Todas se sostienen. Abajo se cuenta cada una.</translation>
    </message>
    <message>
        <source>Valid signature</source>
        <translation>Firma válida</translation>
    </message>
    <message>
        <source>Valid signature, later changes</source>
        <translation>Firma válida, con cambios</translation>
    </message>
    <message>
        <source>Signature not confirmed</source>
        <translation>Firma sin confirmar</translation>
    </message>
    <message>
        <source>Signature not valid</source>
        <translation>Firma no válida</translation>
    </message>
    <message>
        <source>Altered after it was signed</source>
        <translation>Alterado después de firmar</translation>
    </message>
    <message>
        <source>Signature unreadable</source>
        <translation>Firma ilegible</translation>
    </message>
    <message>
        <source>Signature not checked</source>
        <translation>Firma sin comprobar</translation>
    </message>
    <message>
        <source>Not looked at yet</source>
        <translation>Aún sin comprobar</translation>
    </message>
    <message>
        <source>Without signature</source>
        <translation>Sin firma</translation>
    </message>
    <message>
        <source>The content is not what was signed. Do not trust what you see; ask for the original.</source>
        <translation>El contenido no es lo que se firmó. No confíe en lo que ve; pida el original.</translation>
    </message>
    <message>
        <source>The document is, byte for byte, what was signed.</source>
        <translation>El documento es, byte por byte, lo que se firmó.</translation>
    </message>
    <message>
        <source>Only proofs, timestamps or invisible signatures were added. What is seen is what was signed.</source>
        <translation>Solo se agregaron pruebas, estampas o firmas que no se ven. Lo que se ve es lo que se firmó.</translation>
    </message>
    <message>
        <source>Another signature was added afterwards, which is allowed.</source>
        <translation>Después se agregó otra firma, algo permitido.</translation>
    </message>
    <message>
        <source>Fields of the form were filled, or something visible was added, within what was allowed. Look at the signed version.</source>
        <translation>Se llenaron campos del formulario, o se agregó algo que se ve, dentro de lo permitido. Mire la versión firmada.</translation>
    </message>
    <message>
        <source>Notes were added, within what was allowed. Look at the signed version.</source>
        <translation>Se agregaron notas, dentro de lo permitido. Mire la versión firmada.</translation>
    </message>
    <message>
        <source>Something was changed that nobody was allowed to change. Do not trust what you see; look at the signed version.</source>
        <translation>Cambió algo que nadie podía cambiar. No confíe en lo que ve; mire la versión firmada.</translation>
    </message>
    <message>
        <source>The file is damaged, so it cannot be told what was signed. Ask for the original.</source>
        <translation>El archivo está dañado y no se puede saber qué se firmó. Pida el original.</translation>
    </message>
    <message>
        <source>Signature alone (B-B)</source>
        <translation>Solo firma (B-B)</translation>
    </message>
    <message>
        <source>With timestamp (B-T)</source>
        <translation>Con estampa cronológica (B-T)</translation>
    </message>
    <message>
        <source>With timestamp and proofs (B-LT)</source>
        <translation>Con estampa y pruebas (B-LT)</translation>
    </message>
    <message>
        <source>For the archive (B-LTA)</source>
        <translation>Para el archivo (B-LTA)</translation>
    </message>
    <message>
        <source>This is about the signature of %1, one of %2.</source>
        <translation>Se trata de la firma de %1, una de %2.</translation>
    </message>
    <message>
        <source>So says the certificate, but %1, who issued it, revoked it: whoever had its key may have signed. Do not rely on the name.</source>
        <translation>Así dice el certificado, pero %1, que lo expidió, lo revocó: pudo firmar cualquiera que tuviera la llave. No confíe en el nombre.</translation>
    </message>
    <message>
        <source>So says the certificate, issued by %1, which did not answer for it at that moment.</source>
        <translation>Así dice el certificado, expedido por %1, que en ese momento no respondía por él.</translation>
    </message>
    <message>
        <source>So says the certificate, issued by %1. Something about it could not be checked.</source>
        <translation>Así dice el certificado, expedido por %1. Algo de él no se pudo comprobar.</translation>
    </message>
    <message>
        <source>Not what is seen</source>
        <translation>Lo que se ve, no</translation>
    </message>
    <message>
        <source>What its pages show is what was signed. What was added: %1.</source>
        <translation>Lo que muestran sus páginas es lo que se firmó. Lo que se agregó: %1.</translation>
    </message>
    <message>
        <source>%1. That is within what was allowed. Look at the signed version.</source>
        <translation>%1. Eso está dentro de lo permitido. Mire la versión firmada.</translation>
    </message>
    <message>
        <source>Something was changed that nobody was allowed to change: %1. Do not trust what you see; look at the signed version.</source>
        <translation>Cambió algo que nadie podía cambiar: %1. No confíe en lo que ve; mire la versión firmada.</translation>
    </message>
    <message>
        <source>The container holds files that were not signed: %1. Nobody answers for them; ask for the container as it was signed.</source>
        <translation>El contenedor trae archivos que nadie firmó: %1. Nadie responde por ellos; pida el contenedor como se firmó.</translation>
    </message>
</context>
<context>
    <name>Signing</name>
    <message>
        <source>It has a signature that does not hold. Look at it before you sign.</source>
        <translation>Tiene una firma que no se sostiene. Mírela antes de firmar.</translation>
    </message>
    <message>
        <source>Signature alone</source>
        <translation>Solo firma</translation>
    </message>
    <message>
        <source>With timestamp</source>
        <translation>Con estampa cronológica</translation>
    </message>
    <message>
        <source>With timestamp and proofs</source>
        <translation>Con estampa y pruebas</translation>
    </message>
    <message>
        <source>For the archive</source>
        <translation>Para el archivo</translation>
    </message>
    <message>
        <source>Works without a network. Nobody certifies the date, and it is hard to prove once your certificate has ended.</source>
        <translation>Sirve sin red. Nadie certifica la fecha, y es difícil de probar cuando su certificado haya vencido.</translation>
    </message>
    <message>
        <source>A timestamp authority certifies that it existed then. Without a network it waits for its timestamp.</source>
        <translation>Una autoridad de estampado certifica que existía entonces. Sin red, espera su estampa cronológica.</translation>
    </message>
    <message>
        <source>Besides, the proof that your certificate was valid is kept inside, so that it can be shown later without asking anybody.</source>
        <translation>Además guarda dentro la prueba de que su certificado valía, para mostrarla después sin preguntar a nadie.</translation>
    </message>
    <message>
        <source>Besides, all of that is sealed with an archive timestamp that can be renewed, for papers that must last for many years.</source>
        <translation>Además sella todo con una estampa de archivo que se puede renovar, para papeles que deben durar muchos años.</translation>
    </message>
    <message>
        <source>Waits for its turn.</source>
        <translation>Espera su turno.</translation>
    </message>
    <message>
        <source>Not signed yet: the program ended, or the key was closed. Choose your identity to go on.</source>
        <translation>Aún sin firmar: el programa terminó o la llave se cerró. Elija su identidad para continuar.</translation>
    </message>
    <message>
        <source>Its proofs are being added…</source>
        <translation>Se le están agregando pruebas…</translation>
    </message>
    <message>
        <source>It is being signed…</source>
        <translation>Se está firmando…</translation>
    </message>
    <message>
        <source>Waits for its archive timestamp.</source>
        <translation>Espera su estampa de archivo.</translation>
    </message>
    <message>
        <source>Signed; waits for its timestamp.</source>
        <translation>Firmado; espera su estampa cronológica.</translation>
    </message>
    <message>
        <source>The next try is in %1.</source>
        <translation>El próximo intento es en %1.</translation>
    </message>
    <message>
        <source>Its proofs were renewed.</source>
        <translation>Se renovaron sus pruebas.</translation>
    </message>
    <message>
        <source>Signed.</source>
        <translation>Firmado.</translation>
    </message>
    <message>
        <source>It was not signed.</source>
        <translation>No se firmó.</translation>
    </message>
    <message>
        <source>Given up; nothing was changed.</source>
        <translation>Se desistió; nada cambió.</translation>
    </message>
    <message>
        <source>Everything in a container (.asice)</source>
        <translation>Todo en un contenedor (.asice)</translation>
    </message>
    <message>
        <source>In a file beside each document (.p7s)</source>
        <translation>En un archivo junto a cada documento (.p7s)</translation>
    </message>
    <message>
        <source>Inside a PDF; any other file in a container</source>
        <translation>Dentro del PDF; cualquier otro archivo, en un contenedor</translation>
    </message>
    <message>
        <source>The document and its signature travel together in one file. Who receives it opens it with a program for signed containers.</source>
        <translation>El documento y su firma viajan juntos en un solo archivo. Quien lo reciba lo abre con un programa para contenedores firmados.</translation>
    </message>
    <message>
        <source>The document stays as it is. Send both files together: one proves nothing without the other.</source>
        <translation>El documento queda como está. Envíe los dos archivos juntos: uno no prueba nada sin el otro.</translation>
    </message>
    <message>
        <source>What most people expect. A signed PDF still opens in every program.</source>
        <translation>Es lo que casi todos esperan. Un PDF firmado se sigue abriendo con cualquier programa.</translation>
    </message>
    <message>
        <source>Signed. Its timestamp came later and seals the whole document, as for the archive.</source>
        <translation>Firmado. Su estampa llegó después y sella el documento entero, como para el archivo.</translation>
    </message>
    <message>
        <source>Signed; you left it without what it waited for.</source>
        <translation>Firmado; usted lo dejó sin lo que esperaba.</translation>
    </message>
    <message>
        <source>Signed, with its timestamp; waits for the proofs that the certificates held.</source>
        <translation>Firmado, con su estampa; esperan las pruebas de que los certificados estaban vigentes.</translation>
    </message>
</context>
<context>
    <name>StatusWords</name>
    <message>
        <source>Up to date</source>
        <translation>Al día</translation>
    </message>
    <message>
        <source>Waiting to go up</source>
        <translation>Por subir</translation>
    </message>
    <message>
        <source>Going up</source>
        <translation>Subiendo</translation>
    </message>
    <message>
        <source>Coming down</source>
        <translation>Bajando</translation>
    </message>
    <message>
        <source>At the operator only</source>
        <translation>Solo en el operador</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>Dos versiones</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Con problema</translation>
    </message>
    <message>
        <source>Not at the operator</source>
        <translation>No está en el operador</translation>
    </message>
    <message>
        <source>In the trash</source>
        <translation>En la papelera</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>En este equipo</translation>
    </message>
    <message>
        <source>Your operator and this computer hold the same.</source>
        <translation>Su operador y este equipo tienen lo mismo.</translation>
    </message>
    <message>
        <source>It is safe on this computer and goes to your operator as soon as possible.</source>
        <translation>Está a salvo en este equipo y sube a su operador en cuanto se pueda.</translation>
    </message>
    <message>
        <source>It is on its way to your operator.</source>
        <translation>Va en camino a su operador.</translation>
    </message>
    <message>
        <source>It is on its way to this computer.</source>
        <translation>Viene en camino a este equipo.</translation>
    </message>
    <message>
        <source>Its content lies at your operator. Open it to bring it here.</source>
        <translation>Su contenido está en su operador. Ábralo para traerlo aquí.</translation>
    </message>
    <message>
        <source>It was changed here and elsewhere. Both were kept: say which one holds.</source>
        <translation>Se cambió aquí y en otra parte. Se guardaron las dos versiones: diga cuál vale.</translation>
    </message>
    <message>
        <source>Something keeps it from reaching your operator. It is safe on this computer.</source>
        <translation>Algo impide que llegue a su operador. Está a salvo en este equipo.</translation>
    </message>
    <message>
        <source>Your operator no longer has it. The copy on this computer was kept.</source>
        <translation>Su operador ya no lo tiene. La copia de este equipo se conservó.</translation>
    </message>
    <message>
        <source>It is in the trash and can be recovered.</source>
        <translation>Está en la papelera y se puede recuperar.</translation>
    </message>
    <message>
        <source>It lies only on this computer, because the folder has no operator yet.</source>
        <translation>Está solo en este equipo, porque la carpeta todavía no tiene operador.</translation>
    </message>
    <message>
        <source>Only on this computer</source>
        <translation>Solo en este equipo</translation>
    </message>
    <message numerus="yes">
        <source>Waits for another network · %n change(s) to send</source>
        <translation>
            <numerusform>Espera otra red · %n cambio por enviar</numerusform>
            <numerusform>Espera otra red · %n cambios por enviar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paused · %n change(s) to send</source>
        <translation>
            <numerusform>En pausa · %n cambio por enviar</numerusform>
            <numerusform>En pausa · %n cambios por enviar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Without connection · %n change(s) to send</source>
        <translation>
            <numerusform>Sin conexión · %n cambio por enviar</numerusform>
            <numerusform>Sin conexión · %n cambios por enviar</numerusform>
        </translation>
    </message>
    <message>
        <source>Without connection</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>All up to date</source>
        <translation>Al día</translation>
    </message>
    <message>
        <source>Synchronising · %1 left</source>
        <translation>Sincronizando · faltan %1</translation>
    </message>
    <message>
        <source>Synchronising</source>
        <translation>Sincronizando</translation>
    </message>
    <message numerus="yes">
        <source>%n matter(s) wait for you</source>
        <translation>
            <numerusform>%n asunto lo espera a usted</numerusform>
            <numerusform>%n asuntos lo esperan a usted</numerusform>
        </translation>
    </message>
    <message>
        <source>Log in to synchronise</source>
        <translation>Ingrese para sincronizar</translation>
    </message>
    <message>
        <source>Last contact: %1.</source>
        <translation>Último contacto: %1.</translation>
    </message>
    <message>
        <source>Next try in %1.</source>
        <translation>Próximo intento en %1.</translation>
    </message>
    <message>
        <source>This folder has no operator yet. Your documents lie on this computer only.</source>
        <translation>Esta carpeta todavía no tiene operador. Sus documentos están solo en este equipo.</translation>
    </message>
    <message>
        <source>Your operator cannot be reached. You can go on working.</source>
        <translation>No se puede contactar a su operador. Usted puede seguir trabajando.</translation>
    </message>
    <message>
        <source>Your documents are being exchanged with your operator.</source>
        <translation>Sus documentos se están intercambiando con su operador.</translation>
    </message>
    <message>
        <source>Something waits for your decision.</source>
        <translation>Algo espera su decisión.</translation>
    </message>
    <message>
        <source>Your operator asks you to log in again. You can go on working meanwhile.</source>
        <translation>Su operador le pide ingresar otra vez. Mientras tanto puede seguir trabajando.</translation>
    </message>
    <message>
        <source>Something could not be exchanged with your operator.</source>
        <translation>Algo no se pudo intercambiar con su operador.</translation>
    </message>
    <message>
        <source>Not set up yet</source>
        <translation>Sin preparar</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Bloqueados</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>Desbloqueados</translation>
    </message>
    <message>
        <source>Open in another program</source>
        <translation>Abiertos en otro programa</translation>
    </message>
    <message>
        <source>Made by a newer version</source>
        <translation>Hechos con una versión más nueva</translation>
    </message>
    <message>
        <source>Not a folder of this program</source>
        <translation>No es una carpeta de este programa</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Dañados</translation>
    </message>
    <message>
        <source>There are no documents here yet.</source>
        <translation>Aquí todavía no hay documentos.</translation>
    </message>
    <message>
        <source>Your documents are encrypted. Unlock them to go on.</source>
        <translation>Sus documentos están cifrados. Desbloquéelos para seguir.</translation>
    </message>
    <message>
        <source>Your documents are open.</source>
        <translation>Sus documentos están abiertos.</translation>
    </message>
    <message>
        <source>Another window or a command has these documents open. Close it there, then try again.</source>
        <translation>Otra ventana u otro comando tiene abiertos estos documentos. Ciérrelo allí e intente de nuevo.</translation>
    </message>
    <message>
        <source>A newer version of the program wrote these documents. Nothing was touched. Update the program to open them.</source>
        <translation>Una versión más nueva del programa escribió estos documentos. No se tocó nada. Actualice el programa para abrirlos.</translation>
    </message>
    <message>
        <source>Where your documents should be there is a file that this program did not make. Nothing was touched.</source>
        <translation>Donde deberían estar sus documentos hay algo que este programa no hizo. No se tocó nada.</translation>
    </message>
    <message>
        <source>The file with your documents is damaged. It is kept as it is; what can be read of it can be saved into a new one.</source>
        <translation>El lugar donde están sus documentos se dañó. Se conserva como está. Lo que se alcance a leer se puede salvar en uno nuevo.</translation>
    </message>
    <message>
        <source>Your system&apos;s key store is locked. Open it with your system password and try again, or use another way.</source>
        <translation>El llavero de su sistema está bloqueado. Ábralo con la contraseña de su sistema e intente de nuevo, o use otra forma.</translation>
    </message>
    <message>
        <source>Your system&apos;s key store no longer has the key of these documents. Use your passphrase or your recovery code.</source>
        <translation>El llavero de su sistema ya no tiene la llave de estos documentos. Use su frase de paso o su código de recuperación.</translation>
    </message>
    <message>
        <source>This computer lacks the program part that talks to its key store (libsecret). Use another way.</source>
        <translation>A este equipo le falta la parte que habla con su llavero (libsecret). Use otra forma.</translation>
    </message>
    <message>
        <source>This computer has no key store running. Use another way.</source>
        <translation>Este equipo no tiene un llavero en funcionamiento. Use otra forma.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) to send</source>
        <translation>
            <numerusform>%n cambio por enviar</numerusform>
            <numerusform>%n cambios por enviar</numerusform>
        </translation>
    </message>
    <message>
        <source>Your changes are safe here and wait for the next try.</source>
        <translation>Sus cambios están a salvo aquí y esperan el próximo intento.</translation>
    </message>
    <message>
        <source>With a problem: %1</source>
        <translation>Con problema: %1</translation>
    </message>
    <message>
        <source>You are not logged in. Your documents are here; what you change is sent once you log in.</source>
        <translation>Usted no ha ingresado. Sus documentos están aquí; lo que cambie se envía cuando ingrese.</translation>
    </message>
    <message>
        <source>This computer was removed from your folder at the operator. What is here stays here; nothing new comes or goes. Log in to add it again.</source>
        <translation>Este computador fue retirado de su carpeta en el operador. Lo que está aquí se queda aquí; nada nuevo entra ni sale. Ingrese para añadirlo otra vez.</translation>
    </message>
    <message>
        <source>Your operator does not answer</source>
        <translation>Su operador no responde</translation>
    </message>
    <message>
        <source>Your operator has not answered for %1. Nothing is lost: the program goes on waiting, and then tries again by itself.</source>
        <translation>Su operador no responde desde hace %1. No se pierde nada: el programa sigue esperando y después lo intenta de nuevo por su cuenta.</translation>
    </message>
    <message>
        <source>This network is paid by amount, so your files wait for another one. What you want to send now can be put first in Transfers.</source>
        <translation>Esta red se paga por cantidad, así que sus archivos esperan otra. Lo que quiera enviar ya, póngalo primero en Transferencias.</translation>
    </message>
    <message>
        <source>Your files wait because the transfers are paused. You can resume them in Transfers.</source>
        <translation>Sus archivos esperan porque las transferencias están en pausa. Puede reanudarlas en Transferencias.</translation>
    </message>
    <message>
        <source>Up to date · %1</source>
        <translation>Al día · %1</translation>
    </message>
    <message>
        <source>Your operator and this computer hold the same, as far as was heard last: %1.</source>
        <translation>Su operador y este equipo tienen lo mismo, según lo último que se supo: %1.</translation>
    </message>
    <message>
        <source>Nothing of yours waits to be sent. What stopped goes on at the next try.</source>
        <translation>Nada suyo espera para enviarse. Lo que se detuvo sigue en el próximo intento.</translation>
    </message>
    <message>
        <source>Waits for the next try</source>
        <translation>Espera el próximo intento</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Signed by %1.</source>
        <translation>Firmado por %1.</translation>
    </message>
    <message>
        <source>Signed by %1 on %2.</source>
        <translation>Firmado por %1 el %2.</translation>
    </message>
    <message>
        <source>It is a digital signature (firma digital).</source>
        <translation>Es una firma digital.</translation>
    </message>
    <message>
        <source>It is an electronic signature (firma electrónica).</source>
        <translation>Es una firma electrónica.</translation>
    </message>
    <message>
        <source>Valid signature</source>
        <translation>Firma válida</translation>
    </message>
    <message>
        <source>Another signature was added afterwards, which is allowed.</source>
        <translation>Después se agregó otra firma, algo permitido.</translation>
    </message>
    <message>
        <source>Valid signature, with later changes</source>
        <translation>Firma válida, con cambios posteriores</translation>
    </message>
    <message>
        <source>After signing, fields were filled or something visible was added. See the version that was signed.</source>
        <translation>Después de firmar se llenaron campos o se agregó algo visible. Vea la versión que se firmó.</translation>
    </message>
    <message>
        <source>After signing, notes were added. See the version that was signed.</source>
        <translation>Después de firmar se agregaron notas. Vea la versión que se firmó.</translation>
    </message>
    <message>
        <source>The document has not changed since it was signed.</source>
        <translation>El documento no ha cambiado desde la firma.</translation>
    </message>
    <message>
        <source>Signature unreadable or damaged</source>
        <translation>Firma ilegible o dañada</translation>
    </message>
    <message>
        <source>The signature could not be read. Ask for the original.</source>
        <translation>No se pudo leer la firma. Pida el original.</translation>
    </message>
    <message>
        <source>Altered document</source>
        <translation>Documento alterado</translation>
    </message>
    <message>
        <source>The content is not what was signed. Ask for the original.</source>
        <translation>El contenido no coincide con lo firmado. Pida el original.</translation>
    </message>
    <message>
        <source>Signature not valid</source>
        <translation>Firma no válida</translation>
    </message>
    <message>
        <source>The signature does not belong to this certificate.</source>
        <translation>La firma no corresponde a este certificado.</translation>
    </message>
    <message>
        <source>The certificate was revoked when it was signed.</source>
        <translation>El certificado estaba revocado al firmar.</translation>
    </message>
    <message>
        <source>The certificate had expired when it was signed.</source>
        <translation>El certificado estaba vencido al firmar.</translation>
    </message>
    <message>
        <source>The certificate was not valid yet when it was signed.</source>
        <translation>El certificado aún no estaba vigente al firmar.</translation>
    </message>
    <message>
        <source>It cannot be confirmed who signed</source>
        <translation>No se puede confirmar quién firmó</translation>
    </message>
    <message>
        <source>The certificate does not come from an authority that this computer trusts.</source>
        <translation>El certificado no viene de una entidad en la que este equipo confíe.</translation>
    </message>
    <message>
        <source>The signature does not bring the certificate of who signed.</source>
        <translation>La firma no trae el certificado de quien firmó.</translation>
    </message>
    <message>
        <source>The date cannot be confirmed</source>
        <translation>No se puede confirmar la fecha</translation>
    </message>
    <message>
        <source>Without a timestamp nobody knows whether it was signed before the certificate was revoked.</source>
        <translation>Sin estampa cronológica no se sabe si se firmó antes de que el certificado se revocara.</translation>
    </message>
    <message>
        <source>Without a timestamp nobody knows whether it was signed before the certificate expired.</source>
        <translation>Sin estampa cronológica no se sabe si se firmó antes de que el certificado venciera.</translation>
    </message>
    <message>
        <source>Something is still to be checked</source>
        <translation>Falta comprobar</translation>
    </message>
    <message>
        <source>Nobody said yet whether the certificate still holds. That has to be asked over the network, and only with your permission; what brings the proof inside needs none.</source>
        <translation>Nadie ha dicho aún si el certificado sigue vigente. Hay que preguntarlo en la red, y Carriel solo lo hace si usted lo permite; lo que trae la prueba adentro no lo necesita.</translation>
    </message>
    <message>
        <source>Signature made with an old or unknown technique</source>
        <translation>Firma con técnica antigua o desconocida</translation>
    </message>
    <message>
        <source>It proves nothing today, or cannot be checked here. Ask for a new signature.</source>
        <translation>Hoy no prueba nada, o no se puede comprobar aquí. Pida una firma nueva.</translation>
    </message>
    <message>
        <source>The signature breaks its own rules</source>
        <translation>La firma no cumple sus propias reglas</translation>
    </message>
    <message>
        <source>Part of it is missing or belongs to another signature. Ask for a new one.</source>
        <translation>Le falta una parte, o una parte es de otra firma. Pida una nueva.</translation>
    </message>
    <message>
        <source>The certificate is not meant for this</source>
        <translation>El certificado no sirve para esto</translation>
    </message>
    <message>
        <source>It, or one above it, may not be used for such a signature.</source>
        <translation>Ese certificado, o uno superior, no se puede usar para esta firma.</translation>
    </message>
    <message>
        <source>It cannot be told whether the signature is valid</source>
        <translation>No se puede saber si la firma es válida</translation>
    </message>
    <message>
        <source>Do not rely on it until somebody has looked at it.</source>
        <translation>No confíe en ella hasta que alguien la revise.</translation>
    </message>
    <message>
        <source>The file is damaged, so it cannot be told what was signed. Ask for the original.</source>
        <translation>El archivo está dañado y no se puede saber qué se firmó. Pida el original.</translation>
    </message>
    <message>
        <source>Document altered after it was signed</source>
        <translation>Documento alterado después de la firma</translation>
    </message>
    <message>
        <source>Do not trust what you see on the screen; see the version that was signed.</source>
        <translation>No confíe en lo que ve en pantalla; vea la versión firmada.</translation>
    </message>
    <message>
        <source>Valid timestamp</source>
        <translation>Estampa cronológica válida</translation>
    </message>
    <message>
        <source>%1 certifies that the document existed on %2.</source>
        <translation>%1 certifica que el documento existía el %2.</translation>
    </message>
    <message>
        <source>No signature</source>
        <translation>Sin firma</translation>
    </message>
    <message>
        <source>This file is not signed.</source>
        <translation>Este archivo no está firmado.</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Sin comprobar</translation>
    </message>
    <message>
        <source>Reading it takes more time or memory than one file is given, so nothing can be said about its signatures. Files made to do harm are like that. Ask whoever sent it for another copy.</source>
        <translation>Leerlo pide más tiempo o memoria de lo que se da a un archivo, así que no se puede decir nada de sus firmas. Los archivos hechos para dañar son así. Pida otra copia a quien se lo envió.</translation>
    </message>
    <message>
        <source>Their computer said %1.</source>
        <translation>Su equipo dijo que era el %1.</translation>
    </message>
    <message>
        <source>A timestamp proves that it existed on %1.</source>
        <translation>Una estampa cronológica prueba que ya existía el %1.</translation>
    </message>
    <message>
        <source>Nobody certified that time.</source>
        <translation>Nadie certificó esa hora.</translation>
    </message>
    <message>
        <source>What happened afterwards: %1. See the version that was signed.</source>
        <translation>Lo que pasó después: %1. Vea la versión que se firmó.</translation>
    </message>
    <message>
        <source>What its pages show has not changed since it was signed. What was added: %1.</source>
        <translation>Lo que muestran sus páginas no ha cambiado desde la firma. Lo que se agregó: %1.</translation>
    </message>
    <message>
        <source>Signature not valid at that moment</source>
        <translation>Firma no válida en ese momento</translation>
    </message>
    <message>
        <source>On %1, for which it was judged, its certificate had expired.</source>
        <translation>El %1, momento para el que se comprobó, su certificado ya estaba vencido.</translation>
    </message>
    <message>
        <source>On %1, for which it was judged, its certificate was not valid yet.</source>
        <translation>El %1, momento para el que se comprobó, su certificado aún no estaba vigente.</translation>
    </message>
    <message>
        <source>It has a timestamp, but nobody can rely on that one any more: so nobody knows whether it was signed before the certificate was revoked.</source>
        <translation>Tiene una estampa cronológica, pero ya no se puede confiar en ella: no se sabe si se firmó antes de que el certificado se revocara.</translation>
    </message>
    <message>
        <source>It has a timestamp, but nobody can rely on that one any more: so nobody knows whether it was signed before the certificate expired.</source>
        <translation>Tiene una estampa cronológica, pero ya no se puede confiar en ella: no se sabe si se firmó antes de que el certificado venciera.</translation>
    </message>
    <message>
        <source>This is only the signature; the file that was signed is needed. Put it beside this one, or name it with --content.</source>
        <translation>Esto es solo la firma; hace falta el archivo que se firmó. Póngalo al lado de este, o indíquelo con --content.</translation>
    </message>
    <message>
        <source>This timestamp proves nothing any more</source>
        <translation>Esta estampa ya no prueba nada</translation>
    </message>
    <message>
        <source>The certificate of who gave it was revoked, and no later timestamp keeps it.</source>
        <translation>El certificado de quien la dio fue revocado, y ninguna estampa posterior la conserva.</translation>
    </message>
    <message>
        <source>The certificate of who gave it has expired, and no later timestamp keeps it.</source>
        <translation>El certificado de quien la dio venció, y ninguna estampa posterior la conserva.</translation>
    </message>
    <message>
        <source>File unreadable or damaged</source>
        <translation>Archivo ilegible o dañado</translation>
    </message>
    <message>
        <source>This file cannot be read wholly, so nothing can be said about its signatures, nor whether it has any. Ask for the original.</source>
        <translation>Este archivo no se puede leer completo: no se puede decir nada de sus firmas, ni si las tiene. Pida el original.</translation>
    </message>
    <message>
        <source>Nobody said yet whether the certificate still holds. It was asked over the network, but nobody answered, or the certificate names no public address. Check again later.</source>
        <translation>Nadie ha dicho aún si el certificado sigue vigente. Se preguntó en la red, pero nadie respondió, o el certificado no nombra ninguna dirección pública. Compruebe de nuevo más tarde.</translation>
    </message>
    <message>
        <source>That is not the password of this document, so its signatures could not be checked.</source>
        <translation>Esa no es la contraseña de este documento, así que no se pudieron comprobar sus firmas.</translation>
    </message>
    <message>
        <source>This document opens only with its password, so its signatures could not be checked. Give it; in the terminal with --password-env VARIABLE.</source>
        <translation>Este documento solo se abre con su contraseña, así que no se pudieron comprobar sus firmas. Escríbala; en la terminal, con --password-env VARIABLE.</translation>
    </message>
    <message>
        <source>It seems to be signed in XML (XAdES) or as text (PEM). This version does not check such signatures, so nothing is said about them.</source>
        <translation>Parece firmado en XML (XAdES) o como texto (PEM). Esta versión no comprueba esas firmas, así que nada se dice de ellas.</translation>
    </message>
    <message>
        <source>It is a CAdES signature with the signed file inside (.p7m). This version checks those that lie beside their file (.p7s), not these.</source>
        <translation>Es una firma CAdES con el archivo firmado adentro (.p7m). Esta versión comprueba las que van al lado de su archivo (.p7s), no estas.</translation>
    </message>
    <message>
        <source>Its signatures were not looked at.</source>
        <translation>Sus firmas no se miraron.</translation>
    </message>
    <message>
        <source>Nobody said yet whether the certificate still holds, and it names no place where that could be asked. Only a list of its authority can tell.</source>
        <translation>Nadie ha dicho aún si el certificado sigue vigente, y no nombra a quién preguntarlo. Solo una lista de su autoridad lo puede decir.</translation>
    </message>
    <message>
        <source>Its signatures cannot be checked here.</source>
        <translation>Sus firmas no se pueden comprobar aquí.</translation>
    </message>
    <message>
        <source>Somebody may have put them there afterwards: nobody answers for them. Ask for the container as it was signed.</source>
        <translation>Alguien pudo ponerlos ahí después: nadie responde por ellos. Pida el contenedor como se firmó.</translation>
    </message>
    <message>
        <source>The container holds files that were not signed</source>
        <translation>El contenedor trae archivos que nadie firmó</translation>
    </message>
</context>
<context>
    <name>carriel::desktop::Desktop</name>
    <message>
        <source>New folder</source>
        <translation>Carpeta nueva</translation>
    </message>
</context>
<context>
    <name>carriel::desktop::MailNotices</name>
    <message>
        <source>Carriel</source>
        <translation>Carriel</translation>
    </message>
    <message numerus="yes">
        <source>%n new notification(s) for you</source>
        <translation>
            <numerusform>%n notificación nueva para usted</numerusform>
            <numerusform>%n notificaciones nuevas para usted</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 sent you a notification</source>
        <translation>%1 le envió una notificación</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) to answer are near</source>
        <translation>
            <numerusform>%n plazo para responder está cerca</numerusform>
            <numerusform>%n plazos para responder están cerca</numerusform>
        </translation>
    </message>
    <message>
        <source>A day to answer is near: %1 (informative)</source>
        <translation>Un plazo para responder está cerca: vence %1 (dato informativo)</translation>
    </message>
    <message>
        <source>The term to answer %1 ends %2 (informative)</source>
        <translation>El término para responder a %1 vence %2 (dato informativo)</translation>
    </message>
    <message numerus="yes">
        <source>%n notification(s) wait for you</source>
        <translation>
            <numerusform>Tiene %n notificación por abrir</numerusform>
            <numerusform>Tiene %n notificaciones por abrir</numerusform>
        </translation>
    </message>
    <message>
        <source>The notification you asked about can be opened now. It is still sealed.</source>
        <translation>La notificación por la que preguntó ya se puede abrir. Sigue sellada.</translation>
    </message>
</context>
<context>
    <name>carriel::desktop::Notices</name>
    <message>
        <source>Log in to synchronise</source>
        <translation>Ingrese para sincronizar</translation>
    </message>
    <message>
        <source>Carriel</source>
        <translation>Carriel</translation>
    </message>
    <message numerus="yes">
        <source>%n matter(s) in your folder need you</source>
        <translation>
            <numerusform>%n asunto de su carpeta necesita de usted</numerusform>
            <numerusform>%n asuntos de su carpeta necesitan de usted</numerusform>
        </translation>
    </message>
    <message>
        <source>Something was changed here and elsewhere</source>
        <translation>Algo cambió aquí y en otra parte</translation>
    </message>
    <message>
        <source>Another computer removed many documents at once</source>
        <translation>Otro equipo quitó muchos documentos de una vez</translation>
    </message>
    <message>
        <source>A new computer uses your folder. Was it you?</source>
        <translation>Un equipo nuevo usa su carpeta. ¿Fue usted?</translation>
    </message>
    <message>
        <source>A new computer uses your folder: %1. Was it you?</source>
        <translation>Un equipo nuevo usa su carpeta: %1. ¿Fue usted?</translation>
    </message>
</context>
<context>
    <name>carriel::desktop::Tray</name>
    <message>
        <source>Carriel</source>
        <translation>Carriel</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>carriel::ui::ActivityPage</name>
    <message>
        <source>Activity</source>
        <translation>Actividad</translation>
    </message>
    <message>
        <source>Show only what contains…</source>
        <translation>Mostrar solo lo que contenga…</translation>
    </message>
    <message>
        <source>What happened, the newest first</source>
        <translation>Lo que pasó, lo más nuevo primero</translation>
    </message>
    <message>
        <source>Show earlier ones</source>
        <translation>Mostrar anteriores</translation>
    </message>
    <message>
        <source>Nothing happened yet.</source>
        <translation>Todavía no ha pasado nada.</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Estadísticas</translation>
    </message>
    <message>
        <source>Check the record</source>
        <translation>Comprobar el registro</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Kind of act</source>
        <translation>Tipo de acto</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periodo</translation>
    </message>
    <message>
        <source>Whenever</source>
        <translation>Cualquier fecha</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>Los últimos 7 días</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>Los últimos 30 días</translation>
    </message>
    <message>
        <source>The last 12 months</source>
        <translation>Los últimos 12 meses</translation>
    </message>
    <message>
        <source>Nothing of the kind was done.</source>
        <translation>No se ha hecho nada de eso.</translation>
    </message>
    <message>
        <source>The record was changed</source>
        <translation>El registro fue cambiado</translation>
    </message>
    <message>
        <source>Somebody changed or removed what was written: %1. Export it, and ask your operator for its own.</source>
        <translation>Alguien cambió o quitó algo de lo escrito: %1. Expórtelo, y pida a su operador el suyo.</translation>
    </message>
    <message>
        <source>There is nothing to check yet</source>
        <translation>Todavía no hay nada que comprobar</translation>
    </message>
    <message>
        <source>Your operator has signed all of it.</source>
        <translation>Su operador ha firmado todo.</translation>
    </message>
    <message>
        <source>No operator signs this record, so its end could be cut without a trace.</source>
        <translation>Ningún operador firma este registro, así que su final podría cortarse sin dejar rastro.</translation>
    </message>
    <message>
        <source>Choose a folder for the record</source>
        <translation>Elija una carpeta para el registro</translation>
    </message>
    <message>
        <source>Carriel activity %1</source>
        <translation>Actividad de Carriel %1</translation>
    </message>
    <message>
        <source>Carriel activity %1 (%2)</source>
        <translation>Actividad de Carriel %1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was changed in %n entries</source>
        <translation>
            <numerusform>Nada se cambió en %n anotación</numerusform>
            <numerusform>Nada se cambió en %n anotaciones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are not anchored yet: your operator signs them at the next sync. Until then their end could be cut.</source>
        <translation>
            <numerusform>%n de ellas aún no está anclada: su operador la firma en la próxima sincronización. Hasta entonces podría cortarse el final.</numerusform>
            <numerusform>%n de ellas aún no están ancladas: su operador las firma en la próxima sincronización. Hasta entonces podría cortarse el final.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was done with your folder, by you and by others. Each entry carries the mark of the one before it, so that changing one is noticed.</source>
        <translation>Lo que se ha hecho con su carpeta, usted y otros. Cada anotación lleva la huella de la anterior, así que cambiar una se nota.</translation>
    </message>
    <message>
        <source>The record was saved in “%1”. activity.csv is for you; the others prove it.</source>
        <translation>El registro quedó en «%1». activity.csv es para usted; los demás lo prueban.</translation>
    </message>
    <message>
        <source>Your operator changed its record of your activity</source>
        <translation>Su operador cambió su registro de la actividad de usted</translation>
    </message>
    <message>
        <source>What it says now does not fit what it signed before: %1. What is here stays as it was. Export it, and ask your operator why.</source>
        <translation>Lo que dice ahora no encaja con lo que firmó antes: %1. Lo que está aquí queda como estaba. Guárdelo con Exportar y pregunte a su operador por qué.</translation>
    </message>
    <message numerus="yes">
        <source>Your operator has %n more entries, which come with the next sync.</source>
        <translation>
            <numerusform>Su operador tiene %n anotación más, que llega con la próxima sincronización.</numerusform>
            <numerusform>Su operador tiene %n anotaciones más, que llegan con la próxima sincronización.</numerusform>
        </translation>
    </message>
    <message>
        <source>That document is not in your folder any more</source>
        <translation>Ese documento ya no está en su carpeta</translation>
    </message>
    <message>
        <source>You took note of it on %1. Nothing newer of its record is believed.</source>
        <translation>Usted tomó nota el %1. No se cree nada más nuevo de su registro.</translation>
    </message>
    <message>
        <source>I take note</source>
        <translation>Tomo nota</translation>
    </message>
</context>
<context>
    <name>carriel::ui::Adding</name>
    <message>
        <source>There is nothing there that could be added.</source>
        <translation>Allí no hay nada que se pueda agregar.</translation>
    </message>
    <message numerus="yes">
        <source>Adding %n documents</source>
        <translation>
            <numerusform>Agregando %n documento</numerusform>
            <numerusform>Agregando %n documentos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n documents added</source>
        <translation>
            <numerusform>%n documento agregado</numerusform>
            <numerusform>%n documentos agregados</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Pasted image %1.png</source>
        <translation>Imagen pegada %1.png</translation>
    </message>
    <message>
        <source>Pasted text %1.txt</source>
        <translation>Texto pegado %1.txt</translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read and are left out: %1.</source>
        <translation>
            <numerusform>%n no se pudo leer y se deja por fuera: %1.</numerusform>
            <numerusform>%n no se pudieron leer y se dejan por fuera: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 y %n más</numerusform>
            <numerusform>%1 y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is now called “%2”</source>
        <translation>«%1» se llama ahora «%2»</translation>
    </message>
    <message numerus="yes">
        <source>%n got another name: %1.</source>
        <translation>
            <numerusform>%n quedó con otro nombre: %1.</numerusform>
            <numerusform>%n quedaron con otro nombre: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n documents could not be added: %1. The first: %2</source>
        <translation>
            <numerusform>No se pudo agregar %n documento: %1. El primero: %2</numerusform>
            <numerusform>No se pudieron agregar %n documentos: %1. El primero: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>You have “%1” already, with the very same content, in “%2”. It was kept a second time.</source>
        <translation>Usted ya tiene «%1», con el mismo contenido, en «%2». Se guardó otra vez.</translation>
    </message>
    <message numerus="yes">
        <source>%n only point elsewhere and are left out: %1.</source>
        <translation>
            <numerusform>%n solo señala otro sitio y se deja por fuera: %1.</numerusform>
            <numerusform>%n solo señalan otro sitio y se dejan por fuera: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” added</source>
        <translation>Se agregó «%1»</translation>
    </message>
    <message numerus="yes">
        <source>%n documents are in the trash</source>
        <translation>
            <numerusform>%n documento está en la papelera</numerusform>
            <numerusform>%n documentos están en la papelera</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n have a name written by an old system, not in UTF-8, and are left out: %1. Give them another name and add them again.</source>
        <translation>
            <numerusform>%n tiene un nombre escrito por un sistema antiguo, no en UTF-8, y quedó por fuera: %1. Cámbiele el nombre y agréguelo de nuevo.</numerusform>
            <numerusform>%n tienen un nombre escrito por un sistema antiguo, no en UTF-8, y quedaron por fuera: %1. Cámbieles el nombre y agréguelos de nuevo.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is in the trash</source>
        <translation>«%1» está en la papelera</translation>
    </message>
    <message numerus="yes">
        <source>You have %n of them already, with the very same content: %1. They were kept a second time.</source>
        <translation>
            <numerusform>Usted ya tiene %n de ellos, con el mismo contenido: %1. Se guardó otra vez.</numerusform>
            <numerusform>Usted ya tiene %n de ellos, con el mismo contenido: %1. Se guardaron otra vez.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carriel::ui::Breadcrumb</name>
    <message>
        <source>Where you are</source>
        <translation>Dónde está</translation>
    </message>
    <message>
        <source>Folders above</source>
        <translation>Carpetas que la contienen</translation>
    </message>
</context>
<context>
    <name>carriel::ui::CardKeyPage</name>
    <message>
        <source>Look for cards</source>
        <translation>Buscar tarjetas</translation>
    </message>
    <message>
        <source>Driver of the card or token</source>
        <translation>Controlador de la tarjeta o del token</translation>
    </message>
    <message>
        <source>Certificate on the card</source>
        <translation>Certificado en la tarjeta</translation>
    </message>
    <message>
        <source>PIN of the card</source>
        <translation>PIN de la tarjeta</translation>
    </message>
    <message>
        <source>Open the key</source>
        <translation>Abrir la llave</translation>
    </message>
    <message>
        <source>All that this computer knows</source>
        <translation>Todos los que conoce este equipo</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>Otro archivo…</translation>
    </message>
    <message>
        <source>Choose the driver that came with your card</source>
        <translation>Elija el controlador que vino con su tarjeta</translation>
    </message>
    <message>
        <source>Drivers (*.so *.so.* *.dll *.dylib)</source>
        <translation>Controladores (*.so *.so.* *.dll *.dylib)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Looking for cards…</source>
        <translation>Buscando tarjetas…</translation>
    </message>
    <message>
        <source>No card was found</source>
        <translation>No se encontró ninguna tarjeta</translation>
    </message>
    <message>
        <source>Put it into its reader and look again. If it is there, install the driver that came with it, or choose its file.</source>
        <translation>Póngala en su lector y busque de nuevo. Si ya está puesta, instale el controlador que vino con ella o elija su archivo.</translation>
    </message>
    <message>
        <source>%1, issued by %2, until %3 (card “%4”)</source>
        <translation>%1, expedido por %2, hasta el %3 (tarjeta «%4»)</translation>
    </message>
    <message>
        <source>Card “%1”: it shows its certificate after the PIN</source>
        <translation>Tarjeta «%1»: muestra su certificado después del PIN</translation>
    </message>
    <message>
        <source>Type the PIN on the reader…</source>
        <translation>Escribir el PIN en el lector…</translation>
    </message>
    <message>
        <source>The PIN of this card is locked</source>
        <translation>El PIN de esta tarjeta está bloqueado</translation>
    </message>
    <message>
        <source>It was typed wrong too often. Unlock it with its PUK, or ask whoever issued it.</source>
        <translation>Se escribió mal demasiadas veces. Desbloquéela con su PUK, o pregunte a quien la expidió.</translation>
    </message>
    <message>
        <source>One more wrong PIN locks this card</source>
        <translation>Un PIN equivocado más bloquea esta tarjeta</translation>
    </message>
    <message>
        <source>Type it only if you are sure. Whoever issued the card can unlock it.</source>
        <translation>Escríbalo solo si está seguro. Quien la expidió puede desbloquearla.</translation>
    </message>
    <message>
        <source>I am sure of my PIN</source>
        <translation>Estoy seguro de mi PIN</translation>
    </message>
    <message>
        <source>This reader asks for the PIN itself</source>
        <translation>Este lector pide el PIN por su cuenta</translation>
    </message>
    <message>
        <source>Press the button, and type it on the reader within three minutes.</source>
        <translation>Oprima el botón y escríbalo en el lector antes de tres minutos.</translation>
    </message>
</context>
<context>
    <name>carriel::ui::CertificateDialog</name>
    <message>
        <source>Save the certificate…</source>
        <translation>Guardar el certificado…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>There is no certificate to show.</source>
        <translation>No hay certificado para mostrar.</translation>
    </message>
    <message>
        <source>It stands for the authority %1, which vouches for the certificates of others.</source>
        <translation>Es de la entidad %1, que responde por los certificados de otros.</translation>
    </message>
    <message>
        <source>It says who signs: %1.</source>
        <translation>Dice quién firma: %1.</translation>
    </message>
    <message>
        <source>It has expired; what was signed before can still be valid.</source>
        <translation>Ya venció; lo firmado antes puede seguir valiendo.</translation>
    </message>
    <message>
        <source>It is not valid yet.</source>
        <translation>Aún no está vigente.</translation>
    </message>
    <message>
        <source>Its time has not run out.</source>
        <translation>No ha vencido.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>Titular</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Emitido por</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Vigente desde</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Vigente hasta</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Llave</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Número de serie</translation>
    </message>
    <message>
        <source>Fingerprint (SHA-256)</source>
        <translation>Huella (SHA-256)</translation>
    </message>
    <message>
        <source>Save the certificate</source>
        <translation>Guardar el certificado</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Guardado: %1</translation>
    </message>
    <message>
        <source>It could not be saved: %1</source>
        <translation>No se pudo guardar: %1</translation>
    </message>
</context>
<context>
    <name>carriel::ui::ConfirmPurge</name>
    <message>
        <source>Delete for ever</source>
        <translation>Borrar para siempre</translation>
    </message>
    <message numerus="yes">
        <source>%n documents will be deleted here and at your operator, with all their versions. This cannot be undone.</source>
        <translation>
            <numerusform>Se borrará %n documento aquí y en su operador, con todas sus versiones. No se puede deshacer.</numerusform>
            <numerusform>Se borrarán %n documentos aquí y en su operador, con todas sus versiones. No se puede deshacer.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” will be deleted here and at your operator, with all its versions. This cannot be undone.</source>
        <translation>«%1» se borrará aquí y en su operador, con todas sus versiones. No se puede deshacer.</translation>
    </message>
</context>
<context>
    <name>carriel::ui::ConflictsPage</name>
    <message>
        <source>No document has two versions</source>
        <translation>Ningún documento tiene dos versiones en disputa</translation>
    </message>
    <message>
        <source>When a document is changed here and on another computer, both are kept and you decide here.</source>
        <translation>Cuando un documento cambia aquí y en otro equipo, se conservan los dos y usted decide aquí.</translation>
    </message>
    <message>
        <source>The one before</source>
        <translation>El anterior</translation>
    </message>
    <message>
        <source>The next one</source>
        <translation>El siguiente</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Conservar ambas</translation>
    </message>
    <message>
        <source>Use mine</source>
        <translation>Usar la mía</translation>
    </message>
    <message>
        <source>Use theirs</source>
        <translation>Usar la suya</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Do the same with all %1</source>
        <translation>Hacer lo mismo con los %1</translation>
    </message>
    <message>
        <source>In Documents</source>
        <translation>En Documentos</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>En %1</translation>
    </message>
    <message>
        <source>Its content was changed on this computer and elsewhere. Both are safe.</source>
        <translation>Su contenido cambió en este equipo y en otro. Las dos versiones están a salvo.</translation>
    </message>
    <message>
        <source>It was changed on this computer and elsewhere, in different ways. What your operator has holds for now; what you wanted was kept.</source>
        <translation>Se cambió en este equipo y en otro de maneras distintas. Por ahora vale lo que tiene su operador; lo que usted quería se conservó.</translation>
    </message>
    <message>
        <source>Keep both: yours becomes a document of its own beside the other. Mine or theirs: that one is shown; the other stays in the history.</source>
        <translation>Conservar ambas: la de este equipo queda como otro documento al lado de la otra. Usar la mía o la suya: esa se muestra y la otra queda entre las versiones.</translation>
    </message>
    <message>
        <source>Mine: what you wanted is asked of your operator again. Theirs, or both: it stays as your operator has it.</source>
        <translation>La mía: se le pide otra vez a su operador lo que usted quería. La suya, o ambas: queda como lo tiene su operador.</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>La mía</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>este equipo</translation>
    </message>
    <message>
        <source>It is not on this computer.</source>
        <translation>No está en este equipo.</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>La suya</translation>
    </message>
    <message>
        <source>another computer</source>
        <translation>otro equipo</translation>
    </message>
    <message>
        <source>It is being brought to this computer…</source>
        <translation>Se está trayendo a este equipo…</translation>
    </message>
    <message>
        <source>It could not be brought to this computer now. Its content is safe at your operator.</source>
        <translation>No se pudo traer ahora a este equipo. Su contenido está a salvo donde su operador.</translation>
    </message>
    <message>
        <source>Both were kept</source>
        <translation>Se conservaron ambas</translation>
    </message>
    <message>
        <source>Yours holds</source>
        <translation>Vale la suya de este equipo</translation>
    </message>
    <message>
        <source>Theirs holds</source>
        <translation>Vale la del otro equipo</translation>
    </message>
    <message>
        <source>The text is the same in both.</source>
        <translation>El texto es el mismo en ambas.</translation>
    </message>
    <message>
        <source>The lines that differ are marked: %1 only in yours, %2 only in theirs.</source>
        <translation>Las líneas distintas están marcadas: %1 solo en la mía, %2 solo en la suya.</translation>
    </message>
    <message>
        <source>Both are the same by now: any of the three closes this.</source>
        <translation>Ya son iguales: cualquiera de las tres respuestas cierra esto.</translation>
    </message>
</context>
<context>
    <name>carriel::ui::ConsentHistory</name>
    <message>
        <source>History</source>
        <translation>Historia</translation>
    </message>
    <message>
        <source>You agreed on %1</source>
        <translation>Usted aceptó: %1</translation>
    </message>
    <message>
        <source>You took it back on %1</source>
        <translation>Lo retiró: %1</translation>
    </message>
    <message>
        <source>It is in force.</source>
        <translation>Está en vigor.</translation>
    </message>
    <message>
        <source>See what you agreed to</source>
        <translation>Ver el texto que aceptó</translation>
    </message>
    <message>
        <source>Hide the text</source>
        <translation>Ocultar el texto</translation>
    </message>
    <message>
        <source>Keep the proof as a file…</source>
        <translation>Guardar la prueba…</translation>
    </message>
    <message>
        <source>Its proof is being checked…</source>
        <translation>Se está comprobando la prueba…</translation>
    </message>
    <message>
        <source>Its proof cannot be read.</source>
        <translation>No se pudo leer la prueba.</translation>
    </message>
    <message>
        <source>The proof is whole: signed by the computer where you agreed, and by your operator.</source>
        <translation>La prueba está completa: la firman el computador en el que aceptó y su operador.</translation>
    </message>
    <message>
        <source>Nothing speaks against the proof, but this computer does not know yet who signs for your operator.</source>
        <translation>Nada contradice la prueba, pero este computador aún no sabe quién firma por su operador.</translation>
    </message>
    <message>
        <source>The proof does not hold (%1). Keep it as a file and ask your operator what happened.</source>
        <translation>La prueba no cuadra (%1). Guárdela y pregunte a su operador qué pasó.</translation>
    </message>
    <message>
        <source>SHA-256 of the text: %1</source>
        <translation>SHA-256 del texto: %1</translation>
    </message>
    <message>
        <source>Keep the proof of your consent</source>
        <translation>Guardar la prueba de su consentimiento</translation>
    </message>
    <message>
        <source>Proof (*.zip)</source>
        <translation>Prueba (*.zip)</translation>
    </message>
    <message>
        <source>consent-%1-%2.zip</source>
        <translation>consentimiento-%1-%2.zip</translation>
    </message>
    <message>
        <source>The proof was kept in %1</source>
        <translation>La prueba quedó en %1</translation>
    </message>
    <message>
        <source>It is not in force any more.</source>
        <translation>Ya no rige.</translation>
    </message>
</context>
<context>
    <name>carriel::ui::ContentView</name>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>There is no such page.</source>
        <translation>No hay esa página.</translation>
    </message>
    <message>
        <source>This kind of file cannot be shown here.</source>
        <translation>Este tipo de documento no se puede mostrar aquí.</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenido</translation>
    </message>
</context>
<context>
    <name>carriel::ui::DetailsPane</name>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Document type</source>
        <translation>Tipología documental</translation>
    </message>
    <message>
        <source>Identity document</source>
        <translation>Documento de identidad</translation>
    </message>
    <message>
        <source>Diploma or academic record</source>
        <translation>Diploma o registro académico</translation>
    </message>
    <message>
        <source>Medical record</source>
        <translation>Historia clínica</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificado</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Contrato</translation>
    </message>
    <message>
        <source>Invoice or receipt</source>
        <translation>Factura o recibo</translation>
    </message>
    <message>
        <source>Tax return</source>
        <translation>Declaración de impuestos</translation>
    </message>
    <message>
        <source>Property deed</source>
        <translation>Escritura</translation>
    </message>
    <message>
        <source>Power of attorney</source>
        <translation>Poder</translation>
    </message>
    <message>
        <source>It expires</source>
        <translation>Vence</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Digest (SHA-256)</source>
        <translation>Huella (SHA-256)</translation>
    </message>
    <message>
        <source>Copy digest</source>
        <translation>Copiar la huella</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>Modificado</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Emitido por</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Válido desde</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Válido hasta</translation>
    </message>
    <message>
        <source>Original name</source>
        <translation>Nombre original</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>En este equipo</translation>
    </message>
    <message>
        <source>always</source>
        <translation>siempre</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Preview of the first page</source>
        <translation>Vista de la primera página</translation>
    </message>
    <message>
        <source>Digest copied</source>
        <translation>Huella copiada</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n elegido</numerusform>
            <numerusform>%n elegidos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n versions…</source>
        <translation>
            <numerusform>%n versión…</numerusform>
            <numerusform>%n versiones…</numerusform>
        </translation>
    </message>
    <message>
        <source>Versions…</source>
        <translation>Versiones…</translation>
    </message>
    <message>
        <source>A note of yours; it goes along with the document</source>
        <translation>Una nota suya; va con el documento</translation>
    </message>
    <message>
        <source>There is no preview: this PDF is damaged, or is not a PDF.</source>
        <translation>No hay vista previa: este PDF está dañado o no es un PDF.</translation>
    </message>
    <message>
        <source>There is no preview: this picture is damaged, or is not one.</source>
        <translation>No hay vista previa: esta imagen está dañada o no es una imagen.</translation>
    </message>
    <message>
        <source>There is no preview while the document is not on this computer.</source>
        <translation>No hay vista previa mientras el documento no esté en este equipo.</translation>
    </message>
    <message>
        <source>There is no preview: the file is empty.</source>
        <translation>No hay vista previa: el archivo está vacío.</translation>
    </message>
    <message>
        <source>There is no preview of files of this kind. “Open with another program” shows it.</source>
        <translation>No hay vista previa de archivos de este tipo. «Abrir con otro programa» lo muestra.</translation>
    </message>
    <message>
        <source>There is no preview: the file is too large for it. “Open” shows it.</source>
        <translation>No hay vista previa: el archivo es demasiado grande para ella. «Abrir» lo muestra.</translation>
    </message>
    <message>
        <source>There is no preview: making it takes too long. “Open” shows it.</source>
        <translation>No hay vista previa: hacerla tarda demasiado. «Abrir» lo muestra.</translation>
    </message>
    <message>
        <source>There is no preview: the document could not be read.</source>
        <translation>No hay vista previa: el documento no se pudo leer.</translation>
    </message>
    <message>
        <source>Who has it</source>
        <translation>Quién lo tiene</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>Sellado</translation>
    </message>
    <message>
        <source>only your computers can open it</source>
        <translation>solo sus computadores pueden abrirlo</translation>
    </message>
    <message>
        <source>does not open here: another of your computers has to give the key (Settings › Operator)</source>
        <translation>aquí no se abre: otro de sus computadores tiene que darle la llave (Ajustes › Operador)</translation>
    </message>
    <message>
        <source>Sealed document</source>
        <translation>Documento sellado</translation>
    </message>
    <message>
        <source>Received from</source>
        <translation>Recibido de</translation>
    </message>
    <message>
        <source>See how it was shared with you…</source>
        <translation>Ver cómo se lo compartieron…</translation>
    </message>
</context>
<context>
    <name>carriel::ui::DiagnosticsDialog</name>
    <message>
        <source>Whoever helps you can see from this what the program was doing. It names no person, no document and no folder. Nothing is sent by itself: save it and hand it over yourself.</source>
        <translation>Quien le ayude puede ver aquí qué hacía el programa. No nombra personas, documentos ni carpetas. Nada se envía solo: guárdelo y entréguelo usted.</translation>
    </message>
    <message>
        <source>Report for support</source>
        <translation>Informe para soporte</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Report copied</source>
        <translation>Informe copiado</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Guardar el informe</translation>
    </message>
    <message>
        <source>Report saved: %1</source>
        <translation>Informe guardado: %1</translation>
    </message>
</context>
<context>
    <name>carriel::ui::DocumentActions</name>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open with another program</source>
        <translation>Abrir con otro programa</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Guardar una copia…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar el nombre</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>Mover…</translation>
    </message>
    <message>
        <source>Labels…</source>
        <translation>Etiquetas…</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favorito</translation>
    </message>
    <message>
        <source>Always keep on this computer</source>
        <translation>Tener siempre en este equipo</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>Pasar a la papelera</translation>
    </message>
    <message>
        <source>Only when I open it</source>
        <translation>Solo cuando lo abra</translation>
    </message>
    <message>
        <source>Versions…</source>
        <translation>Versiones…</translation>
    </message>
    <message>
        <source>Sign…</source>
        <translation>Firmar…</translation>
    </message>
    <message>
        <source>Verify signatures…</source>
        <translation>Comprobar firmas…</translation>
    </message>
    <message>
        <source>New version from a file…</source>
        <translation>Nueva versión desde un archivo…</translation>
    </message>
    <message>
        <source>New version of “%1”</source>
        <translation>Nueva versión de «%1»</translation>
    </message>
    <message>
        <source>Share…</source>
        <translation>Compartir…</translation>
    </message>
    <message>
        <source>Encrypted file for somebody…</source>
        <translation>Archivo cifrado para alguien…</translation>
    </message>
</context>
<context>
    <name>carriel::ui::DocumentListModel</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>Modificado</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favorito</translation>
    </message>
    <message>
        <source>Deleted for ever</source>
        <translation>Se borra</translation>
    </message>
    <message>
        <source>Where it was</source>
        <translation>Dónde estaba</translation>
    </message>
    <message>
        <source>Sealed: only your computers can open it</source>
        <translation>Sellado: solo sus computadores pueden abrirlo</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>sellado</translation>
    </message>
    <message>
        <source>Sealed document</source>
        <translation>Documento sellado</translation>
    </message>
</context>
<context>
    <name>carriel::ui::DocumentViews</name>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
</context>
<context>
    <name>carriel::ui::DocumentsPage</name>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Results for “%1”</source>
        <translation>Resultados de «%1»</translation>
    </message>
    <message>
        <source>Filtered documents</source>
        <translation>Documentos filtrados</translation>
    </message>
    <message numerus="yes">
        <source>%n documents and folders</source>
        <translation>
            <numerusform>%n documento o carpeta</numerusform>
            <numerusform>%n documentos y carpetas</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>No se encontró nada con «%1»</translation>
    </message>
    <message>
        <source>Some documents are still being prepared for search. Try again in a moment.</source>
        <translation>Algunos documentos todavía se están preparando para el buscador. Intente de nuevo en un momento.</translation>
    </message>
    <message>
        <source>Try fewer words, or only the beginning of a word.</source>
        <translation>Pruebe con menos palabras, o solo con el comienzo de una.</translation>
    </message>
    <message>
        <source>Back to the folder</source>
        <translation>Volver a la carpeta</translation>
    </message>
    <message>
        <source>No document matches these filters</source>
        <translation>Ningún documento cumple estos filtros</translation>
    </message>
    <message>
        <source>Take a filter away to see more.</source>
        <translation>Quite un filtro para ver más.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Quitar los filtros</translation>
    </message>
    <message>
        <source>Your documents will be here</source>
        <translation>Aquí estarán sus documentos</translation>
    </message>
    <message>
        <source>Drag files or folders into this window, paste them, or choose them. They are encrypted on this computer.</source>
        <translation>Arrastre documentos o carpetas a esta ventana, péguelos, o escójalos. Quedan cifrados en este equipo.</translation>
    </message>
    <message>
        <source>Add documents…</source>
        <translation>Agregar documentos…</translation>
    </message>
    <message>
        <source>This folder is empty</source>
        <translation>Esta carpeta está vacía</translation>
    </message>
    <message>
        <source>Drag files into this window, or move documents here from another folder.</source>
        <translation>Arrastre documentos a esta ventana, o mueva aquí los de otra carpeta.</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n elegido</numerusform>
            <numerusform>%n elegidos</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a document to see its details.</source>
        <translation>Elija un documento para ver sus detalles.</translation>
    </message>
    <message>
        <source>Filters and saved searches</source>
        <translation>Filtros y búsquedas guardadas</translation>
    </message>
    <message>
        <source>Large icons</source>
        <translation>Iconos grandes</translation>
    </message>
    <message>
        <source>Add documents</source>
        <translation>Agregar documentos</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Carpeta nueva</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Escoger documentos…</translation>
    </message>
    <message>
        <source>Look through a folder…</source>
        <translation>Traer de una carpeta del equipo…</translation>
    </message>
    <message>
        <source>Paste from the clipboard</source>
        <translation>Pegar del portapapeles</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Más acciones</translation>
    </message>
    <message>
        <source>Look through a folder</source>
        <translation>Traer de una carpeta del equipo</translation>
    </message>
    <message>
        <source>There is nothing on the clipboard that could be added.</source>
        <translation>En el portapapeles no hay nada que se pueda agregar.</translation>
    </message>
    <message>
        <source>My documents</source>
        <translation>Mis documentos</translation>
    </message>
    <message>
        <source>Write one letter more</source>
        <translation>Escriba una letra más</translation>
    </message>
    <message>
        <source>One letter alone is found only where it is a whole word.</source>
        <translation>Una letra sola se encuentra solo donde es una palabra entera.</translation>
    </message>
    <message numerus="yes">
        <source>%n opened notification(s) with these words</source>
        <translation>
            <numerusform>%n notificación abierta con estas palabras</numerusform>
            <numerusform>%n notificaciones abiertas con estas palabras</numerusform>
        </translation>
    </message>
    <message>
        <source>No document has “%1”</source>
        <translation>Ningún documento tiene «%1»</translation>
    </message>
    <message>
        <source>What you wrote was kept.</source>
        <translation>Lo que usted escribió se guardó.</translation>
    </message>
    <message>
        <source>What you were writing is kept, and comes back with it.</source>
        <translation>Lo que usted estaba escribiendo se guardó y vuelve con él.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Recuperarlo</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Leave the filter</source>
        <translation>Quitar el filtro</translation>
    </message>
    <message>
        <source>Leave the search</source>
        <translation>Salir de la búsqueda</translation>
    </message>
    <message>
        <source>Choose files and seal them…</source>
        <translation>Elegir archivos y sellarlos…</translation>
    </message>
    <message>
        <source>Seal documents</source>
        <translation>Sellar documentos</translation>
    </message>
    <message>
        <source>Seal a whole folder…</source>
        <translation>Sellar una carpeta entera…</translation>
    </message>
    <message>
        <source>Seal a whole folder</source>
        <translation>Sellar una carpeta entera</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>Guardar esta búsqueda…</translation>
    </message>
</context>
<context>
    <name>carriel::ui::Exporting</name>
    <message>
        <source>Save a copy</source>
        <translation>Guardar una copia</translation>
    </message>
    <message>
        <source>Choose a folder for the copies</source>
        <translation>Escoja una carpeta para las copias</translation>
    </message>
    <message>
        <source>There are no documents to copy in what is selected.</source>
        <translation>En lo que eligió no hay documentos para copiar.</translation>
    </message>
    <message numerus="yes">
        <source>Saving %n copies</source>
        <translation>
            <numerusform>Guardando %n copia</numerusform>
            <numerusform>Guardando %n copias</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped. %n copies were saved.</source>
        <translation>
            <numerusform>Se detuvo. Se guardó %n copia.</numerusform>
            <numerusform>Se detuvo. Se guardaron %n copias.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copies saved</source>
        <translation>
            <numerusform>%n copia guardada</numerusform>
            <numerusform>%n copias guardadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Mostrar la carpeta</translation>
    </message>
</context>
<context>
    <name>carriel::ui::FileKeyPage</name>
    <message>
        <source>File with your key and certificate</source>
        <translation>Archivo con su llave y su certificado</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Password of the key</source>
        <translation>Contraseña de la llave</translation>
    </message>
    <message>
        <source>Open the key</source>
        <translation>Abrir la llave</translation>
    </message>
    <message>
        <source>Choose the file with your key</source>
        <translation>Elija el archivo con su llave</translation>
    </message>
    <message>
        <source>Keys (*.p12 *.pfx)</source>
        <translation>Llaves (*.p12 *.pfx)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>none chosen yet</source>
        <translation>ninguno elegido todavía</translation>
    </message>
</context>
<context>
    <name>carriel::ui::FilterBar</name>
    <message>
        <source>Kind of file</source>
        <translation>Clase de documento</translation>
    </message>
    <message>
        <source>Every kind</source>
        <translation>Todas las clases</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Expiry</source>
        <translation>Vencimiento</translation>
    </message>
    <message>
        <source>Any expiry</source>
        <translation>Cualquier vencimiento</translation>
    </message>
    <message>
        <source>Expires within 30 days</source>
        <translation>Vence en 30 días</translation>
    </message>
    <message>
        <source>Expires within 90 days</source>
        <translation>Vence en 90 días</translation>
    </message>
    <message>
        <source>Expires within a year</source>
        <translation>Vence en un año</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favoritos</translation>
    </message>
    <message>
        <source>Issued by an entity</source>
        <translation>Emitido por una entidad</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Quitar los filtros</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Búsquedas guardadas</translation>
    </message>
    <message>
        <source>Remove saved search</source>
        <translation>Quitar la búsqueda guardada</translation>
    </message>
    <message>
        <source>Every label</source>
        <translation>Todas las etiquetas</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Vencidos</translation>
    </message>
</context>
<context>
    <name>carriel::ui::FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>carriel::ui::HistoryPage</name>
    <message>
        <source>from this computer</source>
        <translation>de este equipo</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Atrás (Esc)</translation>
    </message>
    <message>
        <source>Take this version back</source>
        <translation>Volver a esta versión</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Guardar una copia…</translation>
    </message>
    <message>
        <source>Versions, the newest first</source>
        <translation>Versiones, la más nueva primero</translation>
    </message>
    <message>
        <source>What changed: a line with a plus is new, one with a minus was taken away</source>
        <translation>Lo que cambió: una línea con más es nueva, una con menos se quitó</translation>
    </message>
    <message>
        <source>Version %1, holds now</source>
        <translation>Versión %1, la que vale</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Versión %1</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versiones</translation>
    </message>
    <message>
        <source>Versions of “%1”</source>
        <translation>Versiones de «%1»</translation>
    </message>
    <message>
        <source>There is one version only. When the document is changed, the earlier ones stay here.</source>
        <translation>Hay una sola versión. Cuando el documento cambie, las anteriores quedan aquí.</translation>
    </message>
    <message>
        <source>Choose a version to see it beside the one that holds now. None is ever lost.</source>
        <translation>Elija una versión para verla al lado de la que vale. Ninguna se pierde.</translation>
    </message>
    <message>
        <source>at your operator only</source>
        <translation>solo donde su operador</translation>
    </message>
    <message>
        <source>not yet at your operator</source>
        <translation>todavía no está donde su operador</translation>
    </message>
    <message>
        <source>It is being brought to this computer…</source>
        <translation>Se está trayendo a este equipo…</translation>
    </message>
    <message>
        <source>It could not be brought to this computer now. Its content is safe at your operator.</source>
        <translation>No se pudo traer ahora a este equipo. Su contenido está a salvo donde su operador.</translation>
    </message>
    <message>
        <source>The text is the same in both.</source>
        <translation>El texto es igual en las dos.</translation>
    </message>
    <message>
        <source>From version %1 to the one that holds now: %2 lines new, %3 taken away</source>
        <translation>De la versión %1 a la que vale: %2 líneas nuevas, %3 quitadas</translation>
    </message>
    <message>
        <source>Version %1 holds again. The one before stays in the history.</source>
        <translation>Vuelve a valer la versión %1. La anterior queda entre las versiones.</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Guardar una copia</translation>
    </message>
    <message>
        <source>%1 (version %2)</source>
        <translation>%1 (versión %2)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Guardado: %1</translation>
    </message>
</context>
<context>
    <name>carriel::ui::HomePage</name>
    <message>
        <source>Hello, %1</source>
        <translation>Hola, %1</translation>
    </message>
    <message>
        <source>What needs you</source>
        <translation>Lo que necesita de usted</translation>
    </message>
    <message>
        <source>Nothing needs you now.</source>
        <translation>Nada necesita de usted ahora.</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Recientes</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favoritos</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) on the way</source>
        <translation>
            <numerusform>%n documento en camino</numerusform>
            <numerusform>%n documentos en camino</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>faltan %1</translation>
    </message>
    <message>
        <source>Your folder is empty</source>
        <translation>Su carpeta está vacía</translation>
    </message>
    <message>
        <source>Bring the documents you are asked for most: identity document, diploma, certificates.</source>
        <translation>Traiga los documentos que más le piden: documento de identidad, diploma, certificados.</translation>
    </message>
    <message>
        <source>Add documents</source>
        <translation>Agregar documentos</translation>
    </message>
    <message>
        <source>Hello</source>
        <translation>Hola</translation>
    </message>
</context>
<context>
    <name>carriel::ui::IdentityChooser</name>
    <message>
        <source>Where your key is</source>
        <translation>Dónde está su llave</translation>
    </message>
    <message>
        <source>In a file (.p12, .pfx)</source>
        <translation>En un archivo (.p12, .pfx)</translation>
    </message>
    <message>
        <source>Certificate…</source>
        <translation>Certificado…</translation>
    </message>
    <message>
        <source>Choose another key</source>
        <translation>Elegir otra llave</translation>
    </message>
    <message>
        <source>You sign as %1. Issued by %2, valid until %3.</source>
        <translation>Usted firma como %1. Emitido por %2, vigente hasta el %3.</translation>
    </message>
    <message>
        <source>On a card or token</source>
        <translation>En una tarjeta o un token</translation>
    </message>
    <message>
        <source>At a signing service</source>
        <translation>En un servicio de firma</translation>
    </message>
    <message>
        <source>This key is of %1. Issued by %2; its certificate runs until %3.</source>
        <translation>Esta llave es de %1. La expidió %2; su certificado va hasta el %3.</translation>
    </message>
</context>
<context>
    <name>carriel::ui::ImageView</name>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
</context>
<context>
    <name>carriel::ui::ImportDialog</name>
    <message>
        <source>Add these documents</source>
        <translation>Agregar estos documentos</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Contando…</translation>
    </message>
    <message>
        <source>No folder was chosen.</source>
        <translation>No se escogió ninguna carpeta.</translation>
    </message>
    <message>
        <source>From the folder “%1”. The originals stay where they are.</source>
        <translation>De la carpeta «%1». Los originales se quedan donde están.</translation>
    </message>
    <message numerus="yes">
        <source>%n documents</source>
        <translation>
            <numerusform>%n documento</numerusform>
            <numerusform>%n documentos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folders</source>
        <translation>
            <numerusform>%n carpeta</numerusform>
            <numerusform>%n carpetas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2, %3</source>
        <translation>%1 en %2, %3</translation>
    </message>
    <message>
        <source>There are more than 100,000; the rest will be left out.</source>
        <translation>Hay más de 100.000; los demás se dejan por fuera.</translation>
    </message>
</context>
<context>
    <name>carriel::ui::LabelEditor</name>
    <message>
        <source>Add a label</source>
        <translation>Agregar una etiqueta</translation>
    </message>
    <message>
        <source>Remove the label %1</source>
        <translation>Quitar la etiqueta %1</translation>
    </message>
</context>
<context>
    <name>carriel::ui::LabelsDialog</name>
    <message>
        <source>Save labels</source>
        <translation>Guardar las etiquetas</translation>
    </message>
    <message>
        <source>Labels in use</source>
        <translation>Etiquetas en uso</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>Etiqueta nueva</translation>
    </message>
    <message>
        <source>Labels of “%1”.</source>
        <translation>Etiquetas de «%1».</translation>
    </message>
    <message numerus="yes">
        <source>Labels of %n documents.</source>
        <translation>
            <numerusform>Etiquetas de %n documento.</numerusform>
            <numerusform>Etiquetas de %n documentos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carriel::ui::MainWindow</name>
    <message>
        <source>Carriel</source>
        <translation>Carriel</translation>
    </message>
</context>
<context>
    <name>carriel::ui::MoveDialog</name>
    <message>
        <source>Move here</source>
        <translation>Mover aquí</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Carpetas</translation>
    </message>
    <message>
        <source>Choose the folder for “%1”.</source>
        <translation>Escoja la carpeta para «%1».</translation>
    </message>
    <message numerus="yes">
        <source>Choose the folder for %n documents.</source>
        <translation>
            <numerusform>Escoja la carpeta para %n documento.</numerusform>
            <numerusform>Escoja la carpeta para %n documentos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
</context>
<context>
    <name>carriel::ui::NameEditor</name>
    <message>
        <source>New name</source>
        <translation>Nombre nuevo</translation>
    </message>
</context>
<context>
    <name>carriel::ui::NavigationPanel</name>
    <message>
        <source>Main navigation</source>
        <translation>Navegación principal</translation>
    </message>
    <message>
        <source>Folder of %1</source>
        <translation>Carpeta de %1</translation>
    </message>
    <message>
        <source>Folder of %1, %2</source>
        <translation>Carpeta de %1, %2</translation>
    </message>
</context>
<context>
    <name>carriel::ui::Navigator</name>
    <message>
        <source>Undone: %1</source>
        <translation>Deshecho: %1</translation>
    </message>
    <message>
        <source>My folder</source>
        <translation>Mi carpeta</translation>
    </message>
    <message>
        <source>My folders…</source>
        <translation>Mis carpetas…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Lock (Ctrl+L)</source>
        <translation>Bloquear (Ctrl+L)</translation>
    </message>
    <message>
        <source>Your operator had “%1” already: the one of this computer is called “%2” now.</source>
        <translation>Su operador ya tenía «%1»: lo de este equipo se llama ahora «%2».</translation>
    </message>
    <message>
        <source>See all</source>
        <translation>Ver todo</translation>
    </message>
    <message numerus="yes">
        <source>Your operator had %n of these names already: “%1” of this computer is called “%2” now, and so on.</source>
        <translation>
            <numerusform>Su operador ya tenía %n de estos nombres: «%1» de este equipo se llama ahora «%2».</numerusform>
            <numerusform>Su operador ya tenía %n de estos nombres: «%1» de este equipo se llama ahora «%2», y así los demás.</numerusform>
        </translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>Hecho otra vez: %1</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>No hay nada que deshacer.</translation>
    </message>
    <message>
        <source>Quit (Ctrl+Q)</source>
        <translation>Salir (Ctrl+Q)</translation>
    </message>
</context>
<context>
    <name>carriel::ui::NewFolderDialog</name>
    <message>
        <source>Name of the folder</source>
        <translation>Nombre de la carpeta</translation>
    </message>
    <message>
        <source>Create folder</source>
        <translation>Crear la carpeta</translation>
    </message>
</context>
<context>
    <name>carriel::ui::NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
</context>
<context>
    <name>carriel::ui::PdfView</name>
    <message>
        <source>Pages of the document</source>
        <translation>Páginas del documento</translation>
    </message>
    <message>
        <source>Page %1 could not be drawn. It is damaged, or too much for this viewer. Open the document with another program to see it.</source>
        <translation>La página %1 no se pudo dibujar. Está dañada o es demasiado para este visor. Abra el documento con otro programa para verla.</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Página %1</translation>
    </message>
</context>
<context>
    <name>carriel::ui::PlacePicker</name>
    <message>
        <source>Place of the visible box on the page</source>
        <translation>Lugar del recuadro en la página</translation>
    </message>
    <message>
        <source>%1 cm from the left and %2 cm from the bottom; %3 by %4 cm.</source>
        <translation>A %1 cm de la izquierda y %2 cm de abajo; %3 por %4 cm.</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Firma</translation>
    </message>
</context>
<context>
    <name>carriel::ui::PrintDialogPage</name>
    <message>
        <source>Choose printer…</source>
        <translation>Escoger impresora…</translation>
    </message>
    <message>
        <source>Add a cover sheet with the facts and the digest</source>
        <translation>Agregar una portada con los datos y la huella</translation>
    </message>
    <message>
        <source>Print “%1”.</source>
        <translation>Imprimir «%1».</translation>
    </message>
    <message>
        <source>“%1” cannot be printed from here. Open it with another program.</source>
        <translation>«%1» no se puede imprimir desde aquí. Ábralo con otro programa.</translation>
    </message>
</context>
<context>
    <name>carriel::ui::ProblemsPage</name>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>Reintentar ahora</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Transferencias</translation>
    </message>
    <message>
        <source>Report for support…</source>
        <translation>Informe para soporte…</translation>
    </message>
    <message>
        <source>There are no problems.</source>
        <translation>No hay problemas.</translation>
    </message>
    <message>
        <source>Trying again now.</source>
        <translation>Se está intentando de nuevo.</translation>
    </message>
</context>
<context>
    <name>carriel::ui::ProcedurePage</name>
    <message>
        <source>Back to the procedures (Esc)</source>
        <translation>Volver a los trámites (Esc)</translation>
    </message>
    <message>
        <source>Take my consent back…</source>
        <translation>Retirar mi consentimiento…</translation>
    </message>
    <message>
        <source>If you take it back</source>
        <translation>Si lo retira</translation>
    </message>
    <message>
        <source>The entity may not notify you electronically in this procedure any more. It will use paper or the other means of the law.</source>
        <translation>La entidad ya no podrá notificarle por medios electrónicos en este trámite. Lo hará en papel o por los otros medios que fija la ley.</translation>
    </message>
    <message>
        <source>What it sent you before stays in your folder and keeps its effect, and so do the terms that run.</source>
        <translation>Lo que le envió antes se queda en su carpeta y conserva su efecto; los términos que corren, también.</translation>
    </message>
    <message>
        <source>This computer signs that you take it back, with date and time, and your operator answers with a signed receipt. You can agree again whenever you want.</source>
        <translation>Este computador firma que usted lo retira, con fecha y hora, y su operador responde con un recibo firmado. Puede volver a darlo cuando quiera.</translation>
    </message>
    <message>
        <source>Take my consent back</source>
        <translation>Retirar mi consentimiento</translation>
    </message>
    <message>
        <source>Go on being notified here</source>
        <translation>Que me sigan notificando aquí</translation>
    </message>
    <message>
        <source>What it means to agree</source>
        <translation>Qué significa aceptar</translation>
    </message>
    <message>
        <source>The entity sends you here what it decides in this procedure, instead of on paper.</source>
        <translation>La entidad le envía aquí lo que decida en este trámite, en vez de hacerlo en papel.</translation>
    </message>
    <message>
        <source>Each notification comes sealed. Only you open it, and before that you read what opening it means.</source>
        <translation>Cada notificación llega sellada. Solo usted la abre, y antes lee qué significa abrirla.</translation>
    </message>
    <message>
        <source>You can take it back whenever you want, on this page.</source>
        <translation>Puede retirar su consentimiento cuando quiera, en esta misma página.</translation>
    </message>
    <message>
        <source>What leaves this computer: the text below, your identity number, this procedure, date and time, signed by this computer. Your operator answers with a signed receipt, which is kept here.</source>
        <translation>De este computador sale: el texto de abajo, su número de identificación, este trámite, la fecha y la hora, firmado por este computador. Su operador responde con un recibo firmado, que se guarda aquí.</translation>
    </message>
    <message>
        <source>The text that you agree to</source>
        <translation>El texto que usted acepta</translation>
    </message>
    <message>
        <source>I agree to be notified here</source>
        <translation>Acepto que me notifiquen aquí</translation>
    </message>
    <message>
        <source>It is being signed and sent. If your operator asks who you are, the browser opens.</source>
        <translation>Se está firmando y enviando. Si su operador le pide decir quién es, se abre el navegador.</translation>
    </message>
    <message>
        <source>Without a connection you cannot agree now.</source>
        <translation>Sin conexión no puede aceptar ahora.</translation>
    </message>
    <message>
        <source>The text comes from your operator, who also keeps your consent and answers for it. Nothing was signed.</source>
        <translation>El texto lo da su operador, que además guarda su consentimiento y responde por él. No se firmó nada.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>The entity has changed its text since you agreed.</source>
        <translation>La entidad cambió el texto después de que usted aceptó.</translation>
    </message>
    <message>
        <source>What holds for you is the text that you agreed to; it stands below, in the history. To agree to the new one, take your consent back and agree again.</source>
        <translation>Para usted vale el texto que aceptó; está abajo, en la historia. Para aceptar el nuevo, retire su consentimiento y vuelva a darlo.</translation>
    </message>
    <message>
        <source>It only informs: it sends messages without legal effect and asks for no consent.</source>
        <translation>Solo informa: envía mensajes sin efecto legal y no pide su consentimiento.</translation>
    </message>
    <message>
        <source>SHA-256 of the text: %1</source>
        <translation>SHA-256 del texto: %1</translation>
    </message>
    <message>
        <source>From now on you are notified here: %1</source>
        <translation>Desde ahora le notifican aquí: %1</translation>
    </message>
    <message>
        <source>You are not notified electronically any more: %1</source>
        <translation>Ya no le notifican por medios electrónicos: %1</translation>
    </message>
    <message>
        <source>Your operator did not answer.</source>
        <translation>Su operador no respondió.</translation>
    </message>
    <message>
        <source>Nothing waits to be sent. If it arrived all the same, you see it here when the connection is back; if not, try again then.</source>
        <translation>No queda nada en espera de enviarse. Si de todos modos le llegó, lo verá aquí cuando vuelva la conexión; si no, inténtelo de nuevo entonces.</translation>
    </message>
    <message>
        <source>See it</source>
        <translation>Ver</translation>
    </message>
    <message>
        <source>It has legal effect, and terms run. As a rule from when you open it. In tax matters it counts as made when it is sent, and terms run from five business days after it reached you; what a court sends counts as made two business days after it was sent: even if you do not open it. Look here often (informative).</source>
        <translation>Tiene efecto legal y corren términos: por regla general, desde que usted la abre. En asuntos de impuestos se entiende hecha cuando se la envían y los términos corren desde cinco días hábiles después de que le llegó; lo que envía un juzgado se entiende hecho dos días hábiles después de enviado: todo ello aunque no la abra. Revise su carpeta con frecuencia (dato informativo).</translation>
    </message>
</context>
<context>
    <name>carriel::ui::ProceduresPage</name>
    <message>
        <source>Procedures</source>
        <translation>Trámites</translation>
    </message>
    <message>
        <source>Here you choose in which procedures an entity may notify you electronically instead of on paper. Nobody may without your consent, and you can take it back whenever you want.</source>
        <translation>Aquí elige en qué trámites puede una entidad notificarle por medios electrónicos, en vez de hacerlo en papel. Ninguna puede sin su consentimiento, y usted lo retira cuando quiera.</translation>
    </message>
    <message>
        <source>Procedures, by entity</source>
        <translation>Trámites, por entidad</translation>
    </message>
    <message>
        <source>Search procedure or entity…</source>
        <translation>Buscar trámite o entidad…</translation>
    </message>
    <message>
        <source>Which procedures</source>
        <translation>Qué trámites</translation>
    </message>
    <message>
        <source>All procedures</source>
        <translation>Todos los trámites</translation>
    </message>
    <message>
        <source>Where I am notified</source>
        <translation>Donde me notifican</translation>
    </message>
    <message>
        <source>Where I am not</source>
        <translation>Donde no me notifican</translation>
    </message>
    <message>
        <source>Where I took it back</source>
        <translation>Donde retiré el consentimiento</translation>
    </message>
    <message>
        <source>Which entity</source>
        <translation>Qué entidad</translation>
    </message>
    <message>
        <source>All entities</source>
        <translation>Todas las entidades</translation>
    </message>
    <message>
        <source>To see the catalogue, log in.</source>
        <translation>Para ver el catálogo, inicie sesión.</translation>
    </message>
    <message>
        <source>The catalogue could not be read now.</source>
        <translation>El catálogo no se pudo leer ahora.</translation>
    </message>
    <message>
        <source>The procedures that you agreed to are in your folder and are shown here.</source>
        <translation>Los trámites en los que usted dio su consentimiento están en su carpeta y se muestran aquí.</translation>
    </message>
    <message>
        <source>It comes from your operator, and there is no connection. The procedures that you agreed to are in your folder and are shown here.</source>
        <translation>Lo da su operador, y no hay conexión con él. Los trámites en los que usted dio su consentimiento están en su carpeta y se muestran aquí.</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>You are notified electronically in %1 of %2 procedures.</source>
        <translation>Le notifican por medios electrónicos en %1 de %2 trámites.</translation>
    </message>
    <message>
        <source>Entities notify through an operator</source>
        <translation>Las entidades notifican por medio de un operador</translation>
    </message>
    <message>
        <source>With an operator you choose here which entities may notify you electronically, and in what.</source>
        <translation>Con un operador, aquí elige qué entidades pueden notificarle por medios electrónicos y en qué.</translation>
    </message>
    <message>
        <source>Connect an operator</source>
        <translation>Conectar un operador</translation>
    </message>
    <message>
        <source>No procedure is like that</source>
        <translation>Ningún trámite es así</translation>
    </message>
    <message>
        <source>Try fewer words, or all procedures of all entities.</source>
        <translation>Pruebe con menos palabras, o con todos los trámites de todas las entidades.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todos</translation>
    </message>
    <message>
        <source>The catalogue is being read…</source>
        <translation>Se está leyendo el catálogo…</translation>
    </message>
    <message>
        <source>It comes from your operator.</source>
        <translation>Lo da su operador.</translation>
    </message>
    <message>
        <source>There is no procedure here yet</source>
        <translation>Todavía no hay trámites</translation>
    </message>
    <message>
        <source>When an entity offers to notify electronically, its procedures stand here.</source>
        <translation>Cuando una entidad ofrezca notificar por medios electrónicos, sus trámites aparecen aquí.</translation>
    </message>
    <message>
        <source>Documents that I am asked for</source>
        <translation>Documentos que me piden</translation>
    </message>
</context>
<context>
    <name>carriel::ui::ProfilesPage</name>
    <message>
        <source>My folders</source>
        <translation>Mis carpetas</translation>
    </message>
    <message>
        <source>Each folder has its own documents, its own operator and its own key: yours, your company&apos;s, your child&apos;s.</source>
        <translation>Cada carpeta tiene sus documentos, su operador y su llave: la suya, la de su empresa, la de su hija o hijo.</translation>
    </message>
    <message>
        <source>Open this folder</source>
        <translation>Abrir esta carpeta</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Rename the chosen one</source>
        <translation>Cambiar el nombre</translation>
    </message>
    <message>
        <source>Add a folder with this name</source>
        <translation>Agregar una carpeta con este nombre</translation>
    </message>
    <message>
        <source>%1 (open now)</source>
        <translation>%1 (abierta ahora)</translation>
    </message>
    <message>
        <source>The folder %1 was added.</source>
        <translation>Se agregó la carpeta %1.</translation>
    </message>
    <message>
        <source>Open it to set it up.</source>
        <translation>Ábrala para prepararla.</translation>
    </message>
    <message>
        <source>Take it off this list</source>
        <translation>Quitar de esta lista</translation>
    </message>
    <message>
        <source>%1 is no longer on this list.</source>
        <translation>%1 ya no está en esta lista.</translation>
    </message>
    <message>
        <source>Nothing was deleted: its documents are still in %1.</source>
        <translation>No se borró nada: sus documentos siguen en %1.</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Volver a ponerla</translation>
    </message>
</context>
<context>
    <name>carriel::ui::ProgressStrip</name>
    <message>
        <source>Progress</source>
        <translation>Avance</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>carriel::ui::RecoveryCodeView</name>
    <message>
        <source>Recovery code</source>
        <translation>Código de recuperación</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>To be sure that you have it, type these two groups from your paper:</source>
        <translation>Para estar seguros de que lo tiene, escriba estos dos grupos de su papel:</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>Grupo %1</translation>
    </message>
    <message>
        <source>Group %1 is not the same. Compare it with your paper.</source>
        <translation>El grupo %1 no es igual. Compárelo con su papel.</translation>
    </message>
    <message>
        <source>The code is on the clipboard.</source>
        <translation>El código quedó en el portapapeles.</translation>
    </message>
    <message>
        <source>Other programs can read it there. Keep it somewhere safe, outside this computer, and then copy something else.</source>
        <translation>Otros programas pueden leerlo allí. Guárdelo en un lugar seguro, fuera de este equipo, y luego copie otra cosa.</translation>
    </message>
    <message>
        <source>Carriel: recovery code

Folder: %1
Computer: %2
Printed on %3

Whoever has this paper can open the documents of this folder on this computer, or a copy of them. Another computer has a code of its own. Keep it where you keep your identity document.</source>
        <translation>Carriel: código de recuperación

Carpeta: %1
Equipo: %2
Impreso el %3

Quien tenga este papel puede abrir los documentos de esta carpeta en este equipo, o una copia de ellos. Otro equipo tiene su propio código. Guárdelo donde guarda su documento de identidad.</translation>
    </message>
    <message>
        <source>my documents</source>
        <translation>mis documentos</translation>
    </message>
</context>
<context>
    <name>carriel::ui::RemoteKeyPage</name>
    <message>
        <source>Log in in the browser…</source>
        <translation>Ingresar en el navegador…</translation>
    </message>
    <message>
        <source>Address of your signing service</source>
        <translation>Dirección de su servicio de firma</translation>
    </message>
    <message>
        <source>Certificate at the service</source>
        <translation>Certificado en el servicio</translation>
    </message>
    <message>
        <source>The document stays on this computer: only its digest goes out. The service asks you in the browser before it signs; several documents at once if it can.</source>
        <translation>El documento se queda en este equipo: solo sale su huella. El servicio le pregunta en el navegador antes de firmar; por varios documentos a la vez, si puede.</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>Usar esta llave</translation>
    </message>
    <message>
        <source>This is no address</source>
        <translation>Esto no es una dirección</translation>
    </message>
    <message>
        <source>Your signing service gave you one that begins with https://.</source>
        <translation>Su servicio de firma le dio una que empieza por https://.</translation>
    </message>
    <message>
        <source>Go on in the browser</source>
        <translation>Siga en el navegador</translation>
    </message>
    <message>
        <source>%1, issued by %2, until %3</source>
        <translation>%1, expedido por %2, hasta el %3</translation>
    </message>
    <message>
        <source>No key of yours is there</source>
        <translation>Allí no hay ninguna llave suya</translation>
    </message>
    <message>
        <source>The service has none that can sign. Ask whoever runs it.</source>
        <translation>El servicio no tiene ninguna que pueda firmar. Pregunte a quien lo maneja.</translation>
    </message>
    <message>
        <source>Log in there, and come back to this window. If its page was closed or did not open, open it again.</source>
        <translation>Ingrese allá y vuelva a esta ventana. Si la página se cerró o no abrió, ábrala otra vez.</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Desistir</translation>
    </message>
    <message>
        <source>Open it again…</source>
        <translation>Volver a abrir…</translation>
    </message>
    <message>
        <source>for example: %1</source>
        <translation>por ejemplo: %1</translation>
    </message>
</context>
<context>
    <name>carriel::ui::SafeList</name>
    <message>
        <source>Nothing in it was found that could make it show something else later.</source>
        <translation>No se encontró nada que pueda hacer que después muestre otra cosa.</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>Leerlo</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>Leer %1</translation>
    </message>
    <message>
        <source>It is no PDF: it is signed as it is, byte for byte. Whether it could show something else later depends on the program that opens it.</source>
        <translation>No es un PDF: se firma tal como está, byte por byte. Si después podría mostrar otra cosa depende del programa que lo abra.</translation>
    </message>
</context>
<context>
    <name>carriel::ui::SaveSearchDialog</name>
    <message>
        <source>Name of this search</source>
        <translation>Nombre de esta búsqueda</translation>
    </message>
    <message>
        <source>Save search</source>
        <translation>Guardar la búsqueda</translation>
    </message>
    <message>
        <source>The words and filters are kept, not what was found: the search is done anew each time.</source>
        <translation>Se guardan las palabras y los filtros, no lo encontrado: cada vez se busca de nuevo.</translation>
    </message>
    <message>
        <source>Search saved</source>
        <translation>Búsqueda guardada</translation>
    </message>
</context>
<context>
    <name>carriel::ui::SecretField</name>
    <message>
        <source>Show what I type</source>
        <translation>Mostrar lo que escribo</translation>
    </message>
</context>
<context>
    <name>carriel::ui::SideBySide</name>
    <message>
        <source>Previous page that differs</source>
        <translation>Página anterior que difiere</translation>
    </message>
    <message>
        <source>Next page that differs</source>
        <translation>Página siguiente que difiere</translation>
    </message>
    <message>
        <source>They look different on page %1.</source>
        <translation>Se ven distintas en la página %1.</translation>
    </message>
    <message>
        <source>They look different on the pages %1.</source>
        <translation>Se ven distintas en las páginas %1.</translation>
    </message>
    <message>
        <source>The pages cannot be drawn here, so they were not compared.</source>
        <translation>Las páginas no se pueden dibujar aquí, así que no se compararon.</translation>
    </message>
    <message>
        <source>Comparing page %1…</source>
        <translation>Comparando la página %1…</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) on this page, framed.</source>
        <translation>
            <numerusform>%n lugar en esta página, enmarcado.</numerusform>
            <numerusform>%n lugares en esta página, enmarcados.</numerusform>
        </translation>
    </message>
    <message>
        <source>On the pages 1 to %1 nothing looks different. What stands in form fields and signature boxes is not drawn here.</source>
        <translation>En las páginas 1 a %1 nada se ve distinto. Lo que hay en campos de formulario y recuadros de firma no se dibuja aquí.</translation>
    </message>
</context>
<context>
    <name>carriel::ui::SignPage</name>
    <message>
        <source>Sign</source>
        <translation>Firmar</translation>
    </message>
    <message>
        <source>What you sign, and what to know before</source>
        <translation>Qué firma, y qué saber antes</translation>
    </message>
    <message>
        <source>With which key</source>
        <translation>Con qué llave</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Cómo</translation>
    </message>
    <message>
        <source>A visible box on the page</source>
        <translation>Un recuadro visible en la página</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Go on signing</source>
        <translation>Continuar firmando</translation>
    </message>
    <message>
        <source>Looking at what you sign…</source>
        <translation>Mirando lo que va a firmar…</translation>
    </message>
    <message numerus="yes">
        <source>Sign %n document(s)</source>
        <translation>
            <numerusform>Firmar %n documento</numerusform>
            <numerusform>Firmar %n documentos</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose what you want to sign in Documents, and then Sign.</source>
        <translation>Elija en Documentos lo que quiere firmar, y luego Firmar.</translation>
    </message>
    <message>
        <source>Sign what waits</source>
        <translation>Firmar lo que espera</translation>
    </message>
    <message>
        <source>What was chosen then is signed with the key you open now, if it is the same.</source>
        <translation>Lo que eligió entonces se firma con la llave que abra ahora, si es la misma.</translation>
    </message>
    <message>
        <source>A folder cannot be signed. Choose documents in Documents.</source>
        <translation>Una carpeta no se puede firmar. Elija documentos en Documentos.</translation>
    </message>
    <message>
        <source>The original stays byte for byte. A signature binds you as one on paper does.</source>
        <translation>El original queda byte por byte como está. Una firma lo compromete como una en papel.</translation>
    </message>
    <message>
        <source>It is kept with the document in your folder, encrypted like it, so that its signatures can be looked at again.</source>
        <translation>Se guarda con el documento en su carpeta, cifrada como él, para poder volver a comprobar sus firmas.</translation>
    </message>
    <message>
        <source>It opens none of them.</source>
        <translation>No abre ninguno.</translation>
    </message>
</context>
<context>
    <name>carriel::ui::SignatureLine</name>
    <message>
        <source>See the signatures…</source>
        <translation>Ver las firmas…</translation>
    </message>
    <message>
        <source>%1, says the certificate</source>
        <translation>%1, según el certificado</translation>
    </message>
</context>
<context>
    <name>carriel::ui::SignaturesPage</name>
    <message>
        <source>Signatures</source>
        <translation>Firmas</translation>
    </message>
    <message>
        <source>To sign, choose documents in Documents and then Sign. Here you see how that goes, and you can verify any signed PDF: drop it here.</source>
        <translation>Para firmar, elija documentos en Documentos y luego Firmar. Aquí ve cómo va, y puede comprobar cualquier PDF firmado: suéltelo aquí.</translation>
    </message>
    <message>
        <source>Verify a file…</source>
        <translation>Comprobar un archivo…</translation>
    </message>
    <message>
        <source>Sign documents…</source>
        <translation>Firmar documentos…</translation>
    </message>
    <message>
        <source>Whom this computer trusts…</source>
        <translation>En quién confía este equipo…</translation>
    </message>
    <message>
        <source>Being signed</source>
        <translation>Firmas en curso</translation>
    </message>
    <message>
        <source>To be renewed, so that they can be proven later</source>
        <translation>Por renovar, para que se puedan probar después</translation>
    </message>
    <message>
        <source>Signed by you on this computer</source>
        <translation>Firmado por usted en este equipo</translation>
    </message>
    <message>
        <source>Choose the key and go on</source>
        <translation>Elegir la llave y continuar</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Intentar ahora</translation>
    </message>
    <message>
        <source>See the signatures</source>
        <translation>Ver las firmas</translation>
    </message>
    <message>
        <source>Leave it without</source>
        <translation>Dejarlo sin ella</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Desistir</translation>
    </message>
    <message numerus="yes">
        <source>%n wait for your key</source>
        <translation>
            <numerusform>%n espera su llave</numerusform>
            <numerusform>%n esperan su llave</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the key and go on with all</source>
        <translation>Elegir la llave y continuar con todos</translation>
    </message>
    <message>
        <source>What proves its signature ended on %1.</source>
        <translation>Lo que prueba su firma venció el %1.</translation>
    </message>
    <message>
        <source>What proves its signature ends on %1 (%2). Renew it before.</source>
        <translation>Lo que prueba su firma vence el %1 (%2). Renuévelo antes.</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>Renovar</translation>
    </message>
    <message>
        <source>Set a timestamp authority first.</source>
        <translation>Primero ponga una autoridad de estampado.</translation>
    </message>
    <message>
        <source>as %1</source>
        <translation>como %1</translation>
    </message>
    <message>
        <source>Show it in Documents</source>
        <translation>Mostrarlo en Documentos</translation>
    </message>
    <message>
        <source>You have signed nothing here yet. This register cannot be changed afterwards.</source>
        <translation>Aún no ha firmado nada aquí. Este registro no se puede cambiar después.</translation>
    </message>
    <message>
        <source>There are earlier ones</source>
        <translation>Hay anteriores</translation>
    </message>
    <message>
        <source>Show earlier ones</source>
        <translation>Mostrar anteriores</translation>
    </message>
    <message>
        <source>Take what has ended off this list</source>
        <translation>Quitar de esta lista lo que ya terminó</translation>
    </message>
    <message>
        <source>Signed just now</source>
        <translation>Recién firmados</translation>
    </message>
    <message>
        <source>when it was made: %1</source>
        <translation>cuando se hizo: %1</translation>
    </message>
    <message>
        <source>Give all of them up</source>
        <translation>Desistir de todos</translation>
    </message>
</context>
<context>
    <name>carriel::ui::StandingView</name>
    <message>
        <source>Undo this change</source>
        <translation>Deshacer este cambio</translation>
    </message>
    <message>
        <source>See both versions</source>
        <translation>Ver las dos versiones</translation>
    </message>
    <message>
        <source>Decide what to do</source>
        <translation>Decidir qué hacer</translation>
    </message>
    <message>
        <source>Bring it to this computer</source>
        <translation>Traerlo a este equipo</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>Reintentar ahora</translation>
    </message>
    <message>
        <source>The next try is in %1.</source>
        <translation>Se intenta de nuevo en %1.</translation>
    </message>
    <message>
        <source>All in this folder is at your operator.</source>
        <translation>Todo lo de esta carpeta está en su operador.</translation>
    </message>
    <message>
        <source>See the problems</source>
        <translation>Ver los problemas</translation>
    </message>
    <message>
        <source>Its content on this computer is damaged.</source>
        <translation>Su contenido en este equipo está dañado.</translation>
    </message>
    <message>
        <source>Save what can be read…</source>
        <translation>Salvar lo que se pueda leer…</translation>
    </message>
    <message>
        <source>Bring it again from the operator</source>
        <translation>Traer otra vez del operador</translation>
    </message>
    <message>
        <source>Your operator lost the content of this document, and it is nowhere that this computer knows.</source>
        <translation>Su operador perdió el contenido de este documento, y no está en ninguna parte que este equipo conozca.</translation>
    </message>
    <message>
        <source>Your operator lost or changed the content of this document. The copy on this computer is the only one.</source>
        <translation>Su operador perdió o cambió el contenido de este documento. La copia de este equipo es la única.</translation>
    </message>
    <message>
        <source>Send it again</source>
        <translation>Enviarla otra vez</translation>
    </message>
</context>
<context>
    <name>carriel::ui::StatusLine</name>
    <message numerus="yes">
        <source>%n uploading</source>
        <translation>
            <numerusform>%n subiendo</numerusform>
            <numerusform>%n subiendo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n downloading</source>
        <translation>
            <numerusform>%n bajando</numerusform>
            <numerusform>%n bajando</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to fetch</source>
        <translation>
            <numerusform>%n por bajar</numerusform>
            <numerusform>%n por bajar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n por enviar</numerusform>
            <numerusform>%n por enviar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for you</source>
        <translation>
            <numerusform>%n lo espera a usted</numerusform>
            <numerusform>%n lo esperan a usted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with two versions</source>
        <translation>
            <numerusform>%n con dos versiones</numerusform>
            <numerusform>%n con dos versiones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>preparing %n for search</source>
        <translation>
            <numerusform>preparando %n para el buscador</numerusform>
            <numerusform>preparando %n para el buscador</numerusform>
        </translation>
    </message>
    <message>
        <source>Transfers and problems: %1</source>
        <translation>Transferencias y problemas: %1</translation>
    </message>
    <message>
        <source>Last contact: %1</source>
        <translation>Último contacto: %1</translation>
    </message>
    <message>
        <source>Open transfers or problems</source>
        <translation>Abrir transferencias o problemas</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>Reintentar ahora</translation>
    </message>
    <message>
        <source>no errors</source>
        <translation>sin errores</translation>
    </message>
    <message>
        <source>next try in %1</source>
        <translation>se intenta de nuevo en %1</translation>
    </message>
</context>
<context>
    <name>carriel::ui::TempCopies</name>
    <message>
        <source>No private place for a temporary copy could be made.</source>
        <translation>No se pudo preparar un lugar privado para una copia pasajera.</translation>
    </message>
    <message>
        <source>What you changed in “%1” in another program was saved as a new version. The earlier ones are kept.</source>
        <translation>Lo que usted cambió en «%1» con otro programa se guardó como una versión nueva. Las anteriores se conservan.</translation>
    </message>
    <message>
        <source>See versions</source>
        <translation>Ver versiones</translation>
    </message>
    <message>
        <source>“%1” was opened in another program. What you save there becomes a new version here.</source>
        <translation>«%1» se abrió en otro programa. Lo que guarde allí queda aquí como una versión nueva.</translation>
    </message>
    <message>
        <source>“%1” was opened in another program, to be read only.</source>
        <translation>«%1» se abrió en otro programa, solo para leer.</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Guardar una copia…</translation>
    </message>
    <message>
        <source>No program of this computer opens “%1”. You can save a copy and take it to one that does.</source>
        <translation>Ningún programa de este equipo abre «%1». Puede guardar una copia y llevarla a uno que sí.</translation>
    </message>
</context>
<context>
    <name>carriel::ui::TopBar</name>
    <message>
        <source>Search everything (Ctrl+K)</source>
        <translation>Buscar en todo (Ctrl+K)</translation>
    </message>
    <message>
        <source>Search in all documents</source>
        <translation>Buscar en todos los documentos</translation>
    </message>
    <message>
        <source>Show or hide the details (F4)</source>
        <translation>Mostrar u ocultar los detalles (F4)</translation>
    </message>
    <message>
        <source>Details pane</source>
        <translation>Panel de detalles</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>Estado: %1</translation>
    </message>
    <message>
        <source>Last contact with the operator: %1</source>
        <translation>Último contacto con el operador: %1</translation>
    </message>
    <message>
        <source>Transfers and problems</source>
        <translation>Transferencias y problemas</translation>
    </message>
</context>
<context>
    <name>carriel::ui::TransferRow</name>
    <message>
        <source>To your operator</source>
        <translation>Hacia su operador</translation>
    </message>
    <message>
        <source>To this computer</source>
        <translation>Hacia este equipo</translation>
    </message>
    <message>
        <source>Before all others</source>
        <translation>Antes que los demás</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>%1 per second</source>
        <translation>%1 por segundo</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>faltan %1</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Continuar</translation>
    </message>
</context>
<context>
    <name>carriel::ui::TransfersPage</name>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Transferencias</translation>
    </message>
    <message>
        <source>Pause everything</source>
        <translation>Pausar todo</translation>
    </message>
    <message>
        <source>Limits…</source>
        <translation>Límites…</translation>
    </message>
    <message>
        <source>Nothing is on its way.</source>
        <translation>Nada está en camino.</translation>
    </message>
    <message>
        <source>Resume everything</source>
        <translation>Continuar todo</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problema</numerusform>
            <numerusform>%n problemas</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” will come when you open it.</source>
        <translation>«%1» vendrá cuando lo abra.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s), %1 left</source>
        <translation>
            <numerusform>%n documento, faltan %1</numerusform>
            <numerusform>%n documentos, faltan %1</numerusform>
        </translation>
    </message>
    <message>
        <source>waits for another network</source>
        <translation>espera otra red</translation>
    </message>
    <message>
        <source>waits for its turn</source>
        <translation>espera su turno</translation>
    </message>
    <message>
        <source>waits for the connection</source>
        <translation>espera la conexión</translation>
    </message>
    <message>
        <source>“%1” stays on this computer and is not sent; in Problems it can be sent again.</source>
        <translation>«%1» se queda en este equipo y no se envía; en Problemas se puede enviar otra vez.</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>tardará cerca de %1</translation>
    </message>
</context>
<context>
    <name>carriel::ui::TrashPage</name>
    <message>
        <source>Trash</source>
        <translation>Papelera</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Recuperar</translation>
    </message>
    <message>
        <source>Delete for ever…</source>
        <translation>Borrar para siempre…</translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation>La papelera está vacía</translation>
    </message>
    <message>
        <source>Documents that you delete wait here, so that you can take them back.</source>
        <translation>Los documentos que borra esperan aquí, para que pueda recuperarlos.</translation>
    </message>
    <message numerus="yes">
        <source>%n in the trash</source>
        <translation>
            <numerusform>%n en la papelera</numerusform>
            <numerusform>%n en la papelera</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What is here can be taken back. Your operator deletes it for ever %n day(s) after it came here.</source>
        <translation>
            <numerusform>Lo que está aquí se puede recuperar. Su operador lo borra para siempre %n día después de que llega aquí.</numerusform>
            <numerusform>Lo que está aquí se puede recuperar. Su operador lo borra para siempre %n días después de que llega aquí.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is here can be taken back until you delete it for ever.</source>
        <translation>Lo que está aquí se puede recuperar hasta que usted lo borre para siempre.</translation>
    </message>
    <message>
        <source>only by you</source>
        <translation>solo si usted lo borra</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) after it is sent</source>
        <translation>
            <numerusform>%n día después de enviarse</numerusform>
            <numerusform>%n días después de enviarse</numerusform>
        </translation>
    </message>
    <message>
        <source>What lies in the trash is not copied. Take it back first.</source>
        <translation>Lo que está en la papelera no se copia. Restáurelo primero.</translation>
    </message>
</context>
<context>
    <name>carriel::ui::TrustPage</name>
    <message>
        <source>Back (Esc)</source>
        <translation>Volver (Esc)</translation>
    </message>
    <message>
        <source>Whom this computer trusts</source>
        <translation>En quién confía este equipo</translation>
    </message>
    <message>
        <source>Authorities</source>
        <translation>Entidades</translation>
    </message>
    <message>
        <source>A signature is confirmed when its certificate comes from one of these. Import only what you got from the authority itself, and compare its fingerprint.</source>
        <translation>Una firma se confirma cuando su certificado viene de una de estas. Importe solo lo que obtuvo de la entidad misma, y compare su huella.</translation>
    </message>
    <message>
        <source>Import a certificate…</source>
        <translation>Importar un certificado…</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>Importar una carpeta…</translation>
    </message>
    <message>
        <source>Trust these?</source>
        <translation>¿Confiar en estas?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Trust them</source>
        <translation>Confiar en ellas</translation>
    </message>
    <message>
        <source>Asking over the network</source>
        <translation>Preguntar en la red</translation>
    </message>
    <message>
        <source>Whether a certificate was revoked, its authority knows. Asking tells that authority that somebody at your address looks at a document it vouches for.</source>
        <translation>Si un certificado fue revocado, lo sabe su entidad. Al preguntarle, ella ve que alguien desde su dirección mira un documento por el que responde.</translation>
    </message>
    <message>
        <source>Ask when a signature is verified</source>
        <translation>Preguntar al comprobar una firma</translation>
    </message>
    <message>
        <source>Timestamps</source>
        <translation>Estampas cronológicas</translation>
    </message>
    <message>
        <source>A timestamp authority certifies when a document existed. Write the address that yours gave you.</source>
        <translation>Una autoridad de estampado certifica cuándo existía un documento. Escriba la dirección que le dio la suya.</translation>
    </message>
    <message>
        <source>Address of the timestamp authority (RFC 3161)</source>
        <translation>Dirección de la autoridad de estampado (RFC 3161)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>None yet. Carriel ships none until it has the certificates of the accredited authorities from ONAC. Until then nobody&apos;s name can be confirmed unless you import an authority.</source>
        <translation>Ninguna todavía. Carriel no trae ninguna hasta tener de ONAC los certificados de las entidades acreditadas. Mientras tanto no se puede confirmar el nombre de nadie, a menos que usted importe una entidad.</translation>
    </message>
    <message>
        <source>Certificate…</source>
        <translation>Certificado…</translation>
    </message>
    <message>
        <source>Trust it no longer</source>
        <translation>Dejar de confiar</translation>
    </message>
    <message>
        <source>Choose a folder with certificates</source>
        <translation>Elija una carpeta con certificados</translation>
    </message>
    <message>
        <source>Choose a certificate</source>
        <translation>Elija un certificado</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.der *.crl)</source>
        <translation>Certificados (*.pem *.crt *.cer *.der *.crl)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>You trust all of them already</source>
        <translation>Ya confía en todas</translation>
    </message>
    <message>
        <source>There is no certificate in it, but lists of revoked ones. They are kept and used.</source>
        <translation>No trae certificados, pero sí listas de revocados. Se guardan y se usan.</translation>
    </message>
    <message>
        <source>Whoever holds such a key can confirm any name to you. Compare the fingerprint with the one that the authority publishes before you go on.</source>
        <translation>Quien tenga una llave así puede confirmarle cualquier nombre. Antes de seguir, compare la huella con la que publica la entidad.</translation>
    </message>
    <message>
        <source>Done. Your documents are being looked at again.</source>
        <translation>Listo. Sus documentos se están comprobando de nuevo.</translation>
    </message>
    <message>
        <source>This is no address</source>
        <translation>Esto no es una dirección</translation>
    </message>
    <message>
        <source>It begins with http:// or https://. Nothing was saved.</source>
        <translation>Empieza por http:// o https://. No se guardó nada.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>If there are lists of revoked certificates among them, they are kept and used.</source>
        <translation>Si entre ellos hay listas de certificados revocados, se guardan y se usan.</translation>
    </message>
    <message>
        <source>Trust it no longer…</source>
        <translation>Dejar de confiar…</translation>
    </message>
    <message>
        <source>Trust %1 no longer?</source>
        <translation>¿Dejar de confiar en %1?</translation>
    </message>
    <message>
        <source>Of signatures that only it confirms, nobody will tell you who made them. You can import it again.</source>
        <translation>De las firmas que solo ella confirma, nadie le dirá quién las hizo. Puede importarla otra vez.</translation>
    </message>
    <message>
        <source>none; it begins with http:// or https://</source>
        <translation>ninguna; empieza por http:// o https://</translation>
    </message>
    <message>
        <source>I know who signed this list, and accept whom it calls accredited</source>
        <translation>Sé quién firmó esta lista y acepto a quienes llama acreditadas</translation>
    </message>
</context>
<context>
    <name>carriel::ui::UnlockChoiceForm</name>
    <message>
        <source>With this computer&apos;s key store</source>
        <translation>Con el llavero de este equipo</translation>
    </message>
    <message>
        <source>They open when you start your session. You type nothing. Recommended.</source>
        <translation>Se abren cuando usted inicia su sesión. No escribe nada. Recomendado.</translation>
    </message>
    <message>
        <source>With a passphrase</source>
        <translation>Con una frase de paso</translation>
    </message>
    <message>
        <source>You type it each time. Nobody can tell it to you if you forget it.</source>
        <translation>Usted la escribe cada vez. Si la olvida, nadie se la puede decir.</translation>
    </message>
    <message>
        <source>Passphrase: four or more words that only you would put together</source>
        <translation>Frase de paso: cuatro o más palabras que solo usted juntaría</translation>
    </message>
    <message>
        <source>The same passphrase again</source>
        <translation>La misma frase de paso otra vez</translation>
    </message>
    <message>
        <source>Good. One more word makes it strong.</source>
        <translation>Buena. Con una palabra más será fuerte.</translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation>Fuerte.</translation>
    </message>
    <message>
        <source>It is not the same as above.</source>
        <translation>No es igual a la de arriba.</translation>
    </message>
    <message>
        <source>Easy to guess. Four words or more protect you better.</source>
        <translation>Fácil de adivinar. Cuatro palabras o más lo protegen mejor.</translation>
    </message>
    <message>
        <source>Too short: at least %1 letters.</source>
        <translation>Muy corta: por lo menos %1 letras.</translation>
    </message>
    <message>
        <source>Too easy to guess: at least %1 different letters.</source>
        <translation>Demasiado fácil de adivinar: por lo menos %1 letras distintas.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Mirar otra vez</translation>
    </message>
    <message>
        <source>At least %1 letters, %2 of them different.</source>
        <translation>Por lo menos %1 letras, %2 de ellas distintas.</translation>
    </message>
    <message>
        <source>Nobody has made a keyring on this computer yet. If you choose it, your system asks you for a password for a new one.</source>
        <translation>En este equipo todavía nadie ha creado un llavero. Si lo elige, su sistema le pedirá una contraseña para crear uno.</translation>
    </message>
</context>
<context>
    <name>carriel::ui::UnlockPage</name>
    <message>
        <source>Your documents are locked</source>
        <translation>Sus documentos están bloqueados</translation>
    </message>
    <message>
        <source>Open with this computer&apos;s key store</source>
        <translation>Abrir con el llavero de este equipo</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase de paso</translation>
    </message>
    <message>
        <source>Recovery code, as it stands on your paper</source>
        <translation>Código de recuperación, como está en su papel</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Save what can be read</source>
        <translation>Salvar lo que se pueda leer</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>The key store does not answer</source>
        <translation>El llavero no responde</translation>
    </message>
    <message>
        <source>Use another way</source>
        <translation>Usar otra forma</translation>
    </message>
    <message>
        <source>Use the recovery code</source>
        <translation>Usar el código de recuperación</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Abriendo…</translation>
    </message>
    <message>
        <source>My folders…</source>
        <translation>Mis carpetas…</translation>
    </message>
    <message>
        <source>Save with this computer&apos;s key store</source>
        <translation>Salvar con el llavero de este equipo</translation>
    </message>
    <message>
        <source>What could be read was saved. The damaged file is kept here: %1</source>
        <translation>Se salvó lo que se pudo leer. Lo dañado se conserva aquí: %1</translation>
    </message>
    <message>
        <source>Your documents do not open now</source>
        <translation>Sus documentos no se abren por ahora</translation>
    </message>
    <message>
        <source>The file with the keys of your documents was missing or damaged. It was written anew from its copy; nothing was lost.</source>
        <translation>El archivo con las llaves de sus documentos faltaba o estaba dañado. Se escribió de nuevo desde su copia; nada se perdió.</translation>
    </message>
    <message>
        <source>The documents of «%1» are locked</source>
        <translation>Los documentos de «%1» están bloqueados</translation>
    </message>
    <message numerus="yes">
        <source>%n notification(s) wait for you</source>
        <translation>
            <numerusform>Tiene %n notificación por abrir</numerusform>
            <numerusform>Tiene %n notificaciones por abrir</numerusform>
        </translation>
    </message>
    <message>
        <source>Check a file of evidence…</source>
        <translation>Comprobar un archivo de evidencia…</translation>
    </message>
    <message>
        <source>The file: %1</source>
        <translation>El archivo: %1</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>Elegir otra carpeta…</translation>
    </message>
    <message>
        <source>As your operator said at %1</source>
        <translation>Según su operador, %1</translation>
    </message>
</context>
<context>
    <name>carriel::ui::VerificationPane</name>
    <message>
        <source>Signatures</source>
        <translation>Firmas</translation>
    </message>
    <message>
        <source>Sign…</source>
        <translation>Firmar…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Comprobar de nuevo</translation>
    </message>
    <message>
        <source>Report and signed version…</source>
        <translation>Informe y versión firmada…</translation>
    </message>
    <message>
        <source>Looking at the signatures…</source>
        <translation>Comprobando las firmas…</translation>
    </message>
    <message>
        <source>The signatures could not be looked at.</source>
        <translation>No se pudieron comprobar las firmas.</translation>
    </message>
</context>
<context>
    <name>carriel::ui::VerificationView</name>
    <message>
        <source>good</source>
        <translation>bien</translation>
    </message>
    <message>
        <source>in doubt</source>
        <translation>en duda</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>mal</translation>
    </message>
    <message>
        <source>Whom this computer trusts…</source>
        <translation>En quién confía este equipo…</translation>
    </message>
    <message>
        <source>Looked at %1.</source>
        <translation>Comprobado el %1.</translation>
    </message>
    <message>
        <source>Without asking the network.</source>
        <translation>Sin preguntar en la red.</translation>
    </message>
    <message>
        <source>This computer trusts no authority yet, so no name can be confirmed.</source>
        <translation>Este equipo no confía aún en ninguna entidad, así que no puede confirmar nombres.</translation>
    </message>
    <message>
        <source>Allow asking over the network</source>
        <translation>Permitir preguntar en la red</translation>
    </message>
    <message>
        <source>Carriel asks whoever issued the certificate whether it still holds. They learn that somebody looks at it, and not in which document. You can switch it off again in “Whom this computer trusts”.</source>
        <translation>Carriel pregunta a quien emitió el certificado si sigue vigente. Esa entidad sabe entonces que alguien lo mira, y no en qué documento. Puede apagarlo en «En quién confía este equipo».</translation>
    </message>
    <message>
        <source>Nobody answered for some certificate, or the place that it names is not a public one.</source>
        <translation>Nadie respondió por algún certificado, o la dirección que este nombra no es pública.</translation>
    </message>
    <message>
        <source>Timestamp</source>
        <translation>Estampa cronológica</translation>
    </message>
    <message>
        <source>Signature %1</source>
        <translation>Firma %1</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Motivo: %1</translation>
    </message>
    <message>
        <source>Place: %1</source>
        <translation>Lugar: %1</translation>
    </message>
    <message>
        <source>The signer wrote:</source>
        <translation>Quien firmó escribió:</translation>
    </message>
    <message>
        <source>See the signed version…</source>
        <translation>Ver la versión firmada…</translation>
    </message>
    <message>
        <source>Certificate…</source>
        <translation>Certificado…</translation>
    </message>
    <message>
        <source>Details for experts</source>
        <translation>Detalles para expertos</translation>
    </message>
    <message>
        <source>Field: %1</source>
        <translation>Campo: %1</translation>
    </message>
    <message>
        <source>Signed: the first %1 of %2 bytes</source>
        <translation>Firmado: los primeros %1 de %2 bytes</translation>
    </message>
    <message>
        <source>Claimed time: %1</source>
        <translation>Hora dicha: %1</translation>
    </message>
    <message>
        <source>Certified time: %1</source>
        <translation>Hora certificada: %1</translation>
    </message>
    <message>
        <source>Path: %1</source>
        <translation>Camino: %1</translation>
    </message>
    <message>
        <source>It signs the file “%1”.</source>
        <translation>Firma el archivo «%1».</translation>
    </message>
    <message>
        <source>What was signed is its version of %1; what it holds now is something else.</source>
        <translation>Lo que se firmó es su versión del %1; lo que contiene ahora es otra cosa.</translation>
    </message>
    <message>
        <source>It is kept with the document in your folder, encrypted like it, so that its signatures can be looked at again.</source>
        <translation>Se guarda con el documento en su carpeta, cifrada como él, para poder volver a comprobar sus firmas.</translation>
    </message>
    <message>
        <source>The network may be asked about the certificates.</source>
        <translation>Se permite preguntar en la red por los certificados.</translation>
    </message>
</context>
<context>
    <name>carriel::ui::VerifyPage</name>
    <message>
        <source>Back (Esc)</source>
        <translation>Volver (Esc)</translation>
    </message>
    <message>
        <source>Verify a file…</source>
        <translation>Comprobar un archivo…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Comprobar de nuevo</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>Guardar el informe…</translation>
    </message>
    <message>
        <source>Back to the result</source>
        <translation>Volver al resultado</translation>
    </message>
    <message>
        <source>This file is not in your folder; nothing of it is kept.</source>
        <translation>Este archivo no está en su carpeta; nada de él se guarda.</translation>
    </message>
    <message>
        <source>Verify signatures</source>
        <translation>Comprobar firmas</translation>
    </message>
    <message>
        <source>Looking at the signatures…</source>
        <translation>Comprobando las firmas…</translation>
    </message>
    <message>
        <source>As it was signed by %1</source>
        <translation>Como lo firmó %1</translation>
    </message>
    <message>
        <source>As it is now</source>
        <translation>Como está ahora</translation>
    </message>
    <message>
        <source>Choose a signed file</source>
        <translation>Elija un archivo firmado</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Guardar el informe</translation>
    </message>
    <message>
        <source>To read (*.pdf)</source>
        <translation>Para leer (*.pdf)</translation>
    </message>
    <message>
        <source>For programs (*.json)</source>
        <translation>Para programas (*.json)</translation>
    </message>
    <message>
        <source>report on %1</source>
        <translation>informe de %1</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Guardado: %1</translation>
    </message>
    <message>
        <source>Choose the file that was signed…</source>
        <translation>Elegir el archivo que se firmó…</translation>
    </message>
    <message>
        <source>Choose a signed file, or drop one here. You need no account, and nothing of it leaves this computer.</source>
        <translation>Elija un archivo firmado, o suéltelo aquí. No necesita cuenta y nada de él sale de este equipo.</translation>
    </message>
    <message>
        <source>Signed files (*.pdf *.asice *.sce *.asics *.scs *.p7s)</source>
        <translation>Archivos firmados (*.pdf *.asice *.sce *.asics *.scs *.p7s)</translation>
    </message>
    <message>
        <source>Choose the file that was signed</source>
        <translation>Elija el archivo que se firmó</translation>
    </message>
    <message>
        <source>As it was signed</source>
        <translation>Como se firmó</translation>
    </message>
</context>
<context>
    <name>carriel::ui::ViewerPage</name>
    <message>
        <source>Text of the document</source>
        <translation>Texto del documento</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Atrás (Esc)</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Smaller (Ctrl+-)</source>
        <translation>Más pequeño (Ctrl+-)</translation>
    </message>
    <message>
        <source>Larger (Ctrl++)</source>
        <translation>Más grande (Ctrl++)</translation>
    </message>
    <message>
        <source>Fit to the window</source>
        <translation>Ajustar a la ventana</translation>
    </message>
    <message>
        <source>Open with another program</source>
        <translation>Abrir con otro programa</translation>
    </message>
    <message>
        <source>This document is no longer here</source>
        <translation>Este documento ya no está aquí</translation>
    </message>
    <message>
        <source>This kind of file cannot be shown here.</source>
        <translation>Esta clase de documento no se puede mostrar aquí.</translation>
    </message>
    <message>
        <source>Its content is not on this computer.</source>
        <translation>Su contenido no está en este equipo.</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>de %1</translation>
    </message>
    <message>
        <source>This PDF is damaged or is not a PDF.</source>
        <translation>Este PDF está dañado o no es un PDF.</translation>
    </message>
    <message>
        <source>It is too large to be shown here.</source>
        <translation>Es demasiado grande para mostrarlo aquí.</translation>
    </message>
    <message>
        <source>It could not be read.</source>
        <translation>No se pudo leer.</translation>
    </message>
    <message>
        <source>[The document goes on; open it with another program to see the rest.]</source>
        <translation>[El documento continúa; ábralo con otro programa para ver el resto.]</translation>
    </message>
    <message>
        <source>This picture is damaged, or larger than can be shown here.</source>
        <translation>Esta imagen está dañada, o es más grande de lo que se puede mostrar aquí.</translation>
    </message>
    <message>
        <source>No view of this document</source>
        <translation>Sin vista de este documento</translation>
    </message>
    <message>
        <source>The part of this program that shows documents does not start. Installing the program again mends that. Your document is unharmed.</source>
        <translation>La parte de este programa que muestra los documentos no arranca. Se arregla instalando el programa de nuevo. A su documento no le pasó nada.</translation>
    </message>
    <message>
        <source>Print… (Ctrl+P)</source>
        <translation>Imprimir… (Ctrl+P)</translation>
    </message>
    <message>
        <source>Open with another program (Ctrl+Shift+O)</source>
        <translation>Abrir con otro programa (Ctrl+Mayús+O)</translation>
    </message>
    <message>
        <source>Find in this document (Ctrl+F)</source>
        <translation>Buscar en este documento (Ctrl+F)</translation>
    </message>
    <message>
        <source>Bringing it again from your operator…</source>
        <translation>Trayéndolo otra vez de su operador…</translation>
    </message>
    <message>
        <source>It was only on this computer, so nobody can bring it. What can be read of your other documents can be saved into a new file.</source>
        <translation>Solo estaba en este equipo, así que nadie puede traerlo. Lo que se pueda leer de sus otros documentos se puede guardar en un archivo nuevo.</translation>
    </message>
    <message>
        <source>The content on this computer is damaged</source>
        <translation>El contenido en este equipo está dañado</translation>
    </message>
    <message>
        <source>Bring it again from the operator</source>
        <translation>Traer otra vez del operador</translation>
    </message>
    <message>
        <source>Save what can be read…</source>
        <translation>Salvar lo que se pueda leer…</translation>
    </message>
    <message>
        <source>A part of it does not read as it was written, so nothing of it is shown. Your operator has it whole.</source>
        <translation>Una parte no se lee como se escribió, así que no se muestra nada de él. Su operador lo tiene completo.</translation>
    </message>
</context>
<context>
    <name>carriel::ui::onboarding::DocumentsStep</name>
    <message>
        <source>Your first documents</source>
        <translation>Sus primeros documentos</translation>
    </message>
    <message>
        <source>Bring what you are asked for most: identity document, diploma, certificates. You can also do it later.</source>
        <translation>Traiga lo que más le piden: documento de identidad, diploma, certificados. También puede hacerlo después.</translation>
    </message>
    <message>
        <source>Drop documents here</source>
        <translation>Suelte aquí sus documentos</translation>
    </message>
    <message>
        <source>Choose documents…</source>
        <translation>Escoger documentos…</translation>
    </message>
    <message>
        <source>Adding documents</source>
        <translation>Agregando documentos</translation>
    </message>
    <message>
        <source>Added documents</source>
        <translation>Documentos agregados</translation>
    </message>
    <message>
        <source>Choose documents</source>
        <translation>Escoger documentos</translation>
    </message>
    <message>
        <source>Go to my folder</source>
        <translation>Ir a mi carpeta</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) are in your folder now, encrypted.</source>
        <translation>
            <numerusform>%n documento ya está en su carpeta, cifrado.</numerusform>
            <numerusform>%n documentos ya están en su carpeta, cifrados.</numerusform>
        </translation>
    </message>
    <message>
        <source>You are logged in as %1 (%2) at %3.</source>
        <translation>Ingresó como %1 (%2) en %3.</translation>
    </message>
    <message>
        <source>Your folder is here too</source>
        <translation>Su carpeta también está aquí</translation>
    </message>
    <message>
        <source>What you have at your operator is on its way to this computer. You can add more here, or go in.</source>
        <translation>Lo que tiene en su operador viene en camino a este equipo. Aquí puede agregar más, o entrar.</translation>
    </message>
</context>
<context>
    <name>carriel::ui::onboarding::LoginStep</name>
    <message>
        <source>Log in at your operator</source>
        <translation>Ingrese en su operador</translation>
    </message>
    <message>
        <source>Your web browser opens the page on which you say who you are. This program never sees your password. When you are done, come back here.</source>
        <translation>Su navegador abre la página donde usted dice quién es. Este programa nunca ve su contraseña. Cuando termine, vuelva aquí.</translation>
    </message>
    <message>
        <source>Waiting for you in the browser…</source>
        <translation>Lo esperamos en el navegador…</translation>
    </message>
    <message>
        <source>Waiting for the login</source>
        <translation>Esperando el ingreso</translation>
    </message>
    <message>
        <source>Open the page again</source>
        <translation>Abrir otra vez la página</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Open the browser</source>
        <translation>Abrir el navegador</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Name of this computer, so that you know it in the list of your computers</source>
        <translation>Nombre de este computador, para que usted lo reconozca en la lista de sus computadores</translation>
    </message>
</context>
<context>
    <name>carriel::ui::onboarding::OnboardingPage</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Paso %1 de %2</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>My folders…</source>
        <translation>Mis carpetas…</translation>
    </message>
    <message>
        <source>You are logged in as %1 (%2).</source>
        <translation>Ingresó como %1 (%2).</translation>
    </message>
    <message>
        <source>Folder: %1</source>
        <translation>Carpeta: %1</translation>
    </message>
    <message>
        <source>I only want to check a file of evidence…</source>
        <translation>Solo quiero comprobar un archivo de evidencia…</translation>
    </message>
</context>
<context>
    <name>carriel::ui::onboarding::OperatorStep</name>
    <message>
        <source>Which is your operator?</source>
        <translation>¿Cuál es su operador?</translation>
    </message>
    <message>
        <source>The operator keeps your folder and receives what entities send you. Type its address; it stands on its web page.</source>
        <translation>El operador guarda su carpeta y recibe lo que le envían las entidades. Escriba su dirección; está en su página web.</translation>
    </message>
    <message>
        <source>Address of the operator</source>
        <translation>Dirección del operador</translation>
    </message>
    <message>
        <source>My operator gave me a certificate file</source>
        <translation>Mi operador me entregó un certificado</translation>
    </message>
    <message>
        <source>Certificate file</source>
        <translation>Certificado del operador</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Escoger…</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Certificados (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Look for it</source>
        <translation>Buscarlo</translation>
    </message>
    <message>
        <source>Looking for the operator…</source>
        <translation>Buscando el operador…</translation>
    </message>
    <message>
        <source>Who you are is checked by %1. Nobody else is asked.</source>
        <translation>Quién es usted lo verifica %1. No se le pregunta a nadie más.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>An operator&apos;s address begins with https://</source>
        <translation>La dirección de un operador empieza por https://</translation>
    </message>
    <message>
        <source>Only so nobody can listen in between. Write it as it stands on your operator&apos;s web page. Nothing was sent.</source>
        <translation>Solo así nadie puede escuchar en el camino. Escríbala como está en la página web de su operador. No se envió nada.</translation>
    </message>
</context>
<context>
    <name>carriel::ui::onboarding::RecoveryStep</name>
    <message>
        <source>Write down your recovery code</source>
        <translation>Anote su código de recuperación</translation>
    </message>
    <message>
        <source>I have it on paper</source>
        <translation>Ya lo tengo en papel</translation>
    </message>
    <message>
        <source>If you forget your passphrase, or this computer does not open your documents by itself any more, this code does. It is shown only now, and nobody, not even your operator, can give you another one. Another computer gets a code of its own.</source>
        <translation>Si olvida su frase de paso, o este equipo ya no abre sus documentos por sí solo, este código los abre. Se muestra solo ahora y nadie, ni su operador, puede darle otro. Cada equipo tiene su propio código.</translation>
    </message>
</context>
<context>
    <name>carriel::ui::onboarding::StartStep</name>
    <message>
        <source>Your citizen folder, on your computer</source>
        <translation>Su carpeta ciudadana, en su equipo</translation>
    </message>
    <message>
        <source>Here you keep and find your documents. They are encrypted on this computer, and they work without the internet. Setting it up takes less than two minutes.</source>
        <translation>Aquí guarda y encuentra sus documentos. Quedan cifrados en este equipo y funcionan sin internet. Prepararla toma menos de dos minutos.</translation>
    </message>
    <message>
        <source>With my operator</source>
        <translation>Con mi operador</translation>
    </message>
    <message>
        <source>Your documents stay the same here and at your operator. Entities can send you theirs.</source>
        <translation>Sus documentos son los mismos aquí y en su operador. Las entidades pueden enviarle los suyos.</translation>
    </message>
    <message>
        <source>Without an operator for now</source>
        <translation>Sin operador por ahora</translation>
    </message>
    <message>
        <source>Your documents stay on this computer only. You can connect an operator later and nothing is lost.</source>
        <translation>Sus documentos quedan solo en este equipo. Después puede conectar un operador y no se pierde nada.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Empezar</translation>
    </message>
</context>
<context>
    <name>carriel::ui::onboarding::TermsStep</name>
    <message>
        <source>Open your folder at the operator</source>
        <translation>Abra su carpeta en el operador</translation>
    </message>
    <message>
        <source>It is free and voluntary, and each person has one folder. Before that, read what you accept.</source>
        <translation>Es gratis y voluntaria, y cada persona tiene una sola carpeta. Antes, lea lo que va a aceptar.</translation>
    </message>
    <message>
        <source>In plain words</source>
        <translation>En palabras sencillas</translation>
    </message>
    <message>
        <source>The operator keeps your documents and receives what entities send you.</source>
        <translation>El operador guarda sus documentos y recibe lo que le envían las entidades.</translation>
    </message>
    <message>
        <source>Your documents are yours. You decide what you share, with whom and what for.</source>
        <translation>Sus documentos son suyos. Usted decide qué comparte, con quién y para qué.</translation>
    </message>
    <message>
        <source>You may leave when you like and take everything with you.</source>
        <translation>Puede retirarse cuando quiera y llevarse todo.</translation>
    </message>
    <message>
        <source>Your acceptance is signed with this computer&apos;s key and kept with the text, so that both can be proven.</source>
        <translation>Su aceptación se firma con la llave de este equipo y se guarda con el texto, para poder probar las dos cosas.</translation>
    </message>
    <message>
        <source>This is a help for reading. What holds is the full text below.</source>
        <translation>Esto es una ayuda para leer. Lo que vale es el texto completo de abajo.</translation>
    </message>
    <message>
        <source>Full text</source>
        <translation>Texto completo</translation>
    </message>
    <message>
        <source>Full text of the terms</source>
        <translation>Texto completo de las condiciones</translation>
    </message>
    <message>
        <source>I have read the terms and accept them</source>
        <translation>Leí las condiciones y las acepto</translation>
    </message>
    <message>
        <source>Accept and open my folder</source>
        <translation>Aceptar y abrir mi carpeta</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Version %1. Digest (SHA-256): %2</source>
        <translation>Versión %1. Huella (SHA-256): %2</translation>
    </message>
    <message>
        <source>Read them again</source>
        <translation>Leerlas otra vez</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
</context>
<context>
    <name>carriel::ui::onboarding::UnlockStep</name>
    <message>
        <source>How do you want to open your documents?</source>
        <translation>¿Cómo quiere abrir sus documentos?</translation>
    </message>
    <message>
        <source>They are encrypted on this computer. Choose what opens them. You can change it later.</source>
        <translation>Están cifrados en este equipo. Escoja qué los abre. Puede cambiarlo después.</translation>
    </message>
    <message>
        <source>Create my folder</source>
        <translation>Crear mi carpeta</translation>
    </message>
</context>
<context>
    <name>carriel::ui::settings::AboutSection</name>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>Carriel %1</source>
        <translation>Carriel %1</translation>
    </message>
    <message>
        <source>The citizen&apos;s digital folder on the desktop. Free software under the GNU General Public License, version 3 or later: you may use, study, share and change it. It comes without any warranty.</source>
        <translation>La carpeta ciudadana en su escritorio. Software libre bajo la Licencia Pública General de GNU, versión 3 o posterior: puede usarlo, estudiarlo, compartirlo y cambiarlo. Viene sin ninguna garantía.</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Hecho con</translation>
    </message>
    <message>
        <source>If something does not work</source>
        <translation>Si algo no funciona</translation>
    </message>
    <message>
        <source>A report tells whoever helps you what the program was doing. It names no person and no document.</source>
        <translation>Un informe le dice a quien le ayude qué hacía el programa. No nombra personas ni documentos.</translation>
    </message>
    <message>
        <source>Report for support…</source>
        <translation>Informe para soporte…</translation>
    </message>
</context>
<context>
    <name>carriel::ui::settings::GuardSection</name>
    <message>
        <source>Locking and notices</source>
        <translation>Bloqueo y avisos</translation>
    </message>
    <message>
        <source>Lock by itself</source>
        <translation>Bloqueo automático</translation>
    </message>
    <message>
        <source>Your documents are also locked when the computer sleeps or its session is locked.</source>
        <translation>Sus documentos también se bloquean cuando el equipo se suspende o se bloquea la sesión.</translation>
    </message>
    <message>
        <source>When nobody has used the program for</source>
        <translation>Cuando nadie ha usado el programa durante</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>Notices on the desktop</source>
        <translation>Avisos en el escritorio</translation>
    </message>
    <message>
        <source>Others may read a notice on your screen, so it says what it is about only if you want.</source>
        <translation>Otros pueden leer un aviso en su pantalla. Por eso solo dice de qué se trata si usted quiere.</translation>
    </message>
    <message>
        <source>Tell me when something needs me</source>
        <translation>Avisarme cuando algo me necesite</translation>
    </message>
    <message>
        <source>Say what it is about</source>
        <translation>Decir de qué se trata</translation>
    </message>
</context>
<context>
    <name>carriel::ui::settings::LookSection</name>
    <message>
        <source>Language and look</source>
        <translation>Idioma y apariencia</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Less movement</source>
        <translation>Menos movimiento</translation>
    </message>
</context>
<context>
    <name>carriel::ui::settings::NetworkSection</name>
    <message>
        <source>Transfers</source>
        <translation>Transferencias</translation>
    </message>
    <message>
        <source>How fast documents may travel</source>
        <translation>Qué tan rápido pueden viajar los documentos</translation>
    </message>
    <message>
        <source>A limit leaves room for other programs. Nothing is lost by it; it only takes longer.</source>
        <translation>Un límite deja espacio a otros programas. Nada se pierde; solo tarda más.</translation>
    </message>
    <message>
        <source>To your operator</source>
        <translation>Hacia su operador</translation>
    </message>
    <message>
        <source>To this computer</source>
        <translation>Hacia este equipo</translation>
    </message>
    <message>
        <source>Networks that are paid by amount</source>
        <translation>Redes que se pagan por consumo</translation>
    </message>
    <message>
        <source>Wait there with everything that I do not ask for</source>
        <translation>Esperar allí con todo lo que yo no pida</translation>
    </message>
    <message>
        <source>without limit</source>
        <translation>sin límite</translation>
    </message>
    <message>
        <source>%1 per second</source>
        <translation>%1 por segundo</translation>
    </message>
</context>
<context>
    <name>carriel::ui::settings::OperatorSection</name>
    <message>
        <source>Operator</source>
        <translation>Operador</translation>
    </message>
    <message>
        <source>My operator</source>
        <translation>Mi operador</translation>
    </message>
    <message>
        <source>Connect an operator</source>
        <translation>Conectar un operador</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Ingresar</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>Computers that may use my folder</source>
        <translation>Equipos que pueden usar mi carpeta</translation>
    </message>
    <message>
        <source>Remove one that you lost or no longer use. What it holds already stays on it; it gets nothing new.</source>
        <translation>Quite uno que perdió o ya no usa. Lo que ya tiene se queda en él; no recibe nada nuevo.</translation>
    </message>
    <message>
        <source>You are logged out.</source>
        <translation>Usted salió.</translation>
    </message>
    <message>
        <source>Your documents stay on this computer. What you change waits until you log in again.</source>
        <translation>Sus documentos siguen en este equipo. Lo que cambie espera hasta que ingrese otra vez.</translation>
    </message>
    <message>
        <source>This folder has no operator yet. Your documents lie on this computer only. If you connect one, they all go there.</source>
        <translation>Esta carpeta todavía no tiene operador. Sus documentos están solo en este equipo. Si conecta uno, todos suben allí.</translation>
    </message>
    <message>
        <source>Operator: %1</source>
        <translation>Operador: %1</translation>
    </message>
    <message>
        <source>Address: %1</source>
        <translation>Dirección: %1</translation>
    </message>
    <message>
        <source>Who you are is checked by: %1</source>
        <translation>Quién es usted lo verifica: %1</translation>
    </message>
    <message>
        <source>Holder: %1, %2</source>
        <translation>Titular: %1, %2</translation>
    </message>
    <message>
        <source>You are logged in.</source>
        <translation>Usted ingresó.</translation>
    </message>
    <message>
        <source>You are not logged in.</source>
        <translation>Usted no ha ingresado.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of yours are only on this computer. Your operator gets them once you log in again.</source>
        <translation>
            <numerusform>%n cambio suyo está solo en este equipo. Su operador lo recibe cuando usted vuelva a ingresar.</numerusform>
            <numerusform>%n cambios suyos están solo en este equipo. Su operador los recibe cuando usted vuelva a ingresar.</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer was removed from your folder. What is here stays here. Log in to add it again.</source>
        <translation>Este computador fue retirado de su carpeta. Lo que está aquí se queda aquí. Ingrese para añadirlo otra vez.</translation>
    </message>
    <message>
        <source>The terms that I accepted</source>
        <translation>Las condiciones que acepté</translation>
    </message>
    <message>
        <source>Only computers that have your key can open them. They get it from each other, after you compared six digits.</source>
        <translation>Solo los abren los computadores que tienen su llave. Se la dan entre ellos, después de que usted compara seis dígitos.</translation>
    </message>
    <message>
        <source>Sealed documents</source>
        <translation>Documentos sellados</translation>
    </message>
</context>
<context>
    <name>carriel::ui::settings::SettingsPage</name>
    <message>
        <source>Sections of the settings</source>
        <translation>Secciones de los ajustes</translation>
    </message>
</context>
<context>
    <name>carriel::ui::settings::StorageSection</name>
    <message>
        <source>Without connection</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>What is kept on this computer</source>
        <translation>Qué se guarda en este equipo</translation>
    </message>
    <message>
        <source>The list of your documents is always here. With everything here, you open any document without the internet.</source>
        <translation>La lista de sus documentos siempre está aquí. Con todo aquí, abre cualquier documento sin internet.</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>What I open and what I mark</source>
        <translation>Lo que abro y lo que marco</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Folders with a rule of their own</source>
        <translation>Carpetas con su propia regla</translation>
    </message>
    <message>
        <source>Choose “Always keep on this computer” or “Only when I open it” in the menu of a folder or document.</source>
        <translation>Escoja «Tener siempre en este equipo» o «Solo cuando lo abra» en el menú de una carpeta o un documento.</translation>
    </message>
    <message>
        <source>%1 freed. Your operator has those documents; they come back when you open them.</source>
        <translation>Se liberaron %1. Su operador tiene esos documentos; vuelven cuando los abra.</translation>
    </message>
    <message>
        <source>%1 of %2 of documents are on this computer, encrypted.</source>
        <translation>%1 de %2 de documentos están en este equipo, cifrados.</translation>
    </message>
    <message>
        <source>The file takes %1; %2 are free on the disk.</source>
        <translation>El archivo cifrado ocupa %1; en el disco hay %2 libres.</translation>
    </message>
    <message>
        <source>%1 are only on this computer; they are never freed before your operator has them.</source>
        <translation>%1 están solo en este equipo; nunca se liberan antes de que su operador los tenga.</translation>
    </message>
    <message>
        <source>Free %1</source>
        <translation>Liberar %1</translation>
    </message>
    <message>
        <source>There is nothing to free</source>
        <translation>No hay nada que liberar</translation>
    </message>
    <message>
        <source>always here</source>
        <translation>siempre aquí</translation>
    </message>
    <message>
        <source>only when opened</source>
        <translation>solo al abrirlo</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove the rule of %1</source>
        <translation>Quitar la regla de %1</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Ninguna.</translation>
    </message>
</context>
<context>
    <name>carriel::ui::settings::UnlockSection</name>
    <message>
        <source>Opening my documents</source>
        <translation>Abrir mis documentos</translation>
    </message>
    <message>
        <source>What opens them</source>
        <translation>Qué los abre</translation>
    </message>
    <message>
        <source>Use this from now on</source>
        <translation>Usar esto desde ahora</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Código de recuperación</translation>
    </message>
    <message>
        <source>Make a new code</source>
        <translation>Crear un código nuevo</translation>
    </message>
    <message>
        <source>I have it on paper</source>
        <translation>Ya lo tengo en papel</translation>
    </message>
    <message>
        <source>Your new recovery code is in force.</source>
        <translation>Su nuevo código de recuperación ya rige.</translation>
    </message>
    <message>
        <source>this computer&apos;s key store</source>
        <translation>el llavero de este equipo</translation>
    </message>
    <message>
        <source>a passphrase</source>
        <translation>una frase de paso</translation>
    </message>
    <message>
        <source>the recovery code</source>
        <translation>el código de recuperación</translation>
    </message>
    <message>
        <source>Now: %1.</source>
        <translation>Ahora: %1.</translation>
    </message>
    <message>
        <source>Done. From now on your documents open this way.</source>
        <translation>Listo. Desde ahora sus documentos se abren así.</translation>
    </message>
    <message>
        <source>Replace your recovery code?</source>
        <translation>¿Cambiar su código de recuperación?</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Cambiarlo</translation>
    </message>
    <message>
        <source>Your passphrase of today, or your recovery code</source>
        <translation>Su frase de paso de hoy, o su código de recuperación</translation>
    </message>
    <message>
        <source>It opens your documents if everything else fails. A new code replaces the one you have as soon as you confirm it.</source>
        <translation>Abre sus documentos si todo lo demás falla. Un código nuevo reemplaza al que tiene en cuanto usted lo confirme.</translation>
    </message>
    <message>
        <source>The old paper no longer works: destroy it.</source>
        <translation>El papel anterior ya no sirve: destrúyalo.</translation>
    </message>
    <message>
        <source>Type the passphrase that opens your documents today, or your recovery code. It is asked so that nobody else changes this.</source>
        <translation>Escriba la frase de paso que hoy abre sus documentos, o su código de recuperación. Se pide para que nadie más cambie esto.</translation>
    </message>
    <message>
        <source>You write the new one down in its place. The one you have on paper works until you confirm the new one.</source>
        <translation>Usted anota el nuevo en su lugar. El que tiene en papel sirve hasta que confirme el nuevo.</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>the document&apos;s title changed</source>
        <translation>cambió el título del documento</translation>
    </message>
    <message>
        <source>the document&apos;s author changed</source>
        <translation>cambió el autor del documento</translation>
    </message>
    <message>
        <source>the document&apos;s subject changed</source>
        <translation>cambió el asunto del documento</translation>
    </message>
    <message>
        <source>the document&apos;s keywords changed</source>
        <translation>cambiaron las palabras clave del documento</translation>
    </message>
    <message>
        <source>the document&apos;s program changed</source>
        <translation>cambió el nombre del programa que hizo el documento</translation>
    </message>
    <message>
        <source>the document&apos;s date of creation changed</source>
        <translation>cambió la fecha de creación del documento</translation>
    </message>
    <message>
        <source>the document&apos;s metadata changed</source>
        <translation>cambiaron los datos del documento</translation>
    </message>
    <message>
        <source>the document&apos;s title changed, which the signer did not allow</source>
        <translation>cambió el título del documento, y quien firmó no lo permitió</translation>
    </message>
    <message>
        <source>the document&apos;s author changed, which the signer did not allow</source>
        <translation>cambió el autor del documento, y quien firmó no lo permitió</translation>
    </message>
    <message>
        <source>the document&apos;s %1 changed, which the signer did not allow</source>
        <translation>cambió un dato del documento (%1), y quien firmó no lo permitió</translation>
    </message>
    <message>
        <source>the document&apos;s %1 changed</source>
        <translation>cambió un dato del documento (%1)</translation>
    </message>
    <message>
        <source>document information</source>
        <translation>datos de cuándo y con qué programa se guardó</translation>
    </message>
    <message>
        <source>proofs for later</source>
        <translation>pruebas para más tarde</translation>
    </message>
    <message>
        <source>a timestamp</source>
        <translation>una estampa cronológica</translation>
    </message>
    <message>
        <source>something that nothing shows</source>
        <translation>algo que no se ve en ninguna página</translation>
    </message>
    <message>
        <source>another signature</source>
        <translation>otra firma</translation>
    </message>
    <message>
        <source>another visible signature</source>
        <translation>otra firma, que se ve</translation>
    </message>
    <message>
        <source>another signature, which the signer did not allow</source>
        <translation>otra firma, que quien firmó no permitió</translation>
    </message>
    <message>
        <source>a signature field was placed</source>
        <translation>se puso en una página un campo de firma</translation>
    </message>
    <message>
        <source>an annotation changed</source>
        <translation>cambió una nota</translation>
    </message>
    <message>
        <source>an annotation of a kind that is no note changed</source>
        <translation>cambió algo de una página que no es una nota: un enlace, un archivo o algo que se ejecuta</translation>
    </message>
    <message>
        <source>the box of a signature stands in another place</source>
        <translation>la casilla de una firma se ve en otro lugar que donde se puso al firmar</translation>
    </message>
    <message>
        <source>the box of a signature was put on page %1 later</source>
        <translation>la casilla de una firma se puso después en la página %1</translation>
    </message>
    <message>
        <source>an annotation was added</source>
        <translation>se agregó una nota</translation>
    </message>
    <message>
        <source>a new annotation, which the signer did not allow</source>
        <translation>se agregó una nota, un dibujo o un enlace, y quien firmó no lo permitió</translation>
    </message>
    <message>
        <source>a new annotation of a kind that is no note</source>
        <translation>se agregó a una página algo que no es una nota</translation>
    </message>
    <message>
        <source>field %1 was filled</source>
        <translation>se llenó el campo %1</translation>
    </message>
    <message>
        <source>field %1 looks different</source>
        <translation>el campo %1 se ve distinto</translation>
    </message>
    <message>
        <source>field %1 was signed</source>
        <translation>se firmó el campo %1</translation>
    </message>
    <message>
        <source>field %1 was closed by the signer</source>
        <translation>cambió el campo %1, que quien firmó cerró</translation>
    </message>
    <message>
        <source>field %1 changed, which the signer did not allow</source>
        <translation>cambió el campo %1, y quien firmó no lo permitió</translation>
    </message>
    <message>
        <source>/%1 of field %2</source>
        <translation>cambió el campo %2 (/%1)</translation>
    </message>
    <message>
        <source>button %1</source>
        <translation>cambió el botón %1</translation>
    </message>
    <message>
        <source>signature field %1 with an old signature</source>
        <translation>el campo de firma %1 recibió una firma vieja</translation>
    </message>
    <message>
        <source>signature field %1</source>
        <translation>cambió el campo de firma %1</translation>
    </message>
    <message>
        <source>a new field that is no signature</source>
        <translation>se agregó un campo que no es de firma</translation>
    </message>
    <message>
        <source>a new field with an old signature</source>
        <translation>un campo nuevo usa una firma vieja</translation>
    </message>
    <message>
        <source>a new field with a part that is no widget</source>
        <translation>un campo nuevo trae algo más que su recuadro</translation>
    </message>
    <message>
        <source>annotations were removed</source>
        <translation>se quitaron notas o campos de una página</translation>
    </message>
    <message>
        <source>fields were removed</source>
        <translation>se quitaron campos del formulario</translation>
    </message>
    <message>
        <source>another form</source>
        <translation>es otro formulario</translation>
    </message>
    <message>
        <source>/%1 of the form</source>
        <translation>cambió el formulario (/%1)</translation>
    </message>
    <message>
        <source>/Contents of a page</source>
        <translation>cambió el contenido de una página</translation>
    </message>
    <message>
        <source>/Resources of a page</source>
        <translation>cambiaron letras o imágenes de una página</translation>
    </message>
    <message>
        <source>/%1 of a page</source>
        <translation>cambió una página (/%1)</translation>
    </message>
    <message>
        <source>/Pages of the document root</source>
        <translation>cambiaron las páginas</translation>
    </message>
    <message>
        <source>/%1 of the document root</source>
        <translation>cambió la raíz del documento (/%1)</translation>
    </message>
    <message>
        <source>/%1 of the trailer</source>
        <translation>cambió el final del archivo (/%1)</translation>
    </message>
    <message>
        <source>another document root</source>
        <translation>tiene otra raíz</translation>
    </message>
    <message>
        <source>another encryption</source>
        <translation>tiene otro cifrado</translation>
    </message>
    <message>
        <source>object %1 changed, and more depends on it</source>
        <translation>cambió la parte %1, de la que dependen otras</translation>
    </message>
    <message>
        <source>object %1 changed</source>
        <translation>cambió la parte %1 del documento</translation>
    </message>
    <message>
        <source>object %1, which the signed version lacked but used</source>
        <translation>apareció la parte %1, que la versión firmada usaba y no tenía</translation>
    </message>
    <message>
        <source>object %1 of the signed version cannot be read</source>
        <translation>la parte %1 de la versión firmada no se puede leer</translation>
    </message>
    <message>
        <source>object %1 cannot be read</source>
        <translation>la parte %1 no se puede leer</translation>
    </message>
    <message>
        <source>object %1 is listed twice</source>
        <translation>la parte %1 está anotada dos veces</translation>
    </message>
    <message>
        <source>object %1 is not where it is listed</source>
        <translation>la parte %1 no está donde se anotó</translation>
    </message>
    <message>
        <source>objects overlap at %1</source>
        <translation>hay partes encimadas en el byte %1</translation>
    </message>
    <message>
        <source>unlisted bytes at %1</source>
        <translation>hay bytes que ninguna tabla nombra, desde el %1</translation>
    </message>
    <message>
        <source>the update does not follow the signed version</source>
        <translation>lo agregado no continúa la versión firmada</translation>
    </message>
    <message>
        <source>cross-references out of order</source>
        <translation>las tablas no están en orden</translation>
    </message>
    <message>
        <source>hybrid cross-reference after the signature</source>
        <translation>hay una tabla doble después de la firma</translation>
    </message>
    <message>
        <source>what the signer allowed cannot be understood</source>
        <translation>no se entiende qué permitió quien firmó</translation>
    </message>
    <message>
        <source>the file does not read without repair</source>
        <translation>el archivo no se lee sin repararlo</translation>
    </message>
    <message>
        <source>the file cannot be read by its own table</source>
        <translation>el archivo no se lee por su propia tabla</translation>
    </message>
    <message>
        <source>the form cannot be read</source>
        <translation>el formulario no se puede leer</translation>
    </message>
    <message>
        <source>a second reader cannot read the file</source>
        <translation>un segundo lector no puede leer el archivo</translation>
    </message>
    <message>
        <source>a second reader cannot read the signed version</source>
        <translation>un segundo lector no puede leer la versión firmada</translation>
    </message>
    <message>
        <source>a second reader finds the later version irregular</source>
        <translation>un segundo lector encuentra irregular la versión posterior</translation>
    </message>
    <message>
        <source>a second reader was not asked: %1 objects, and nothing follows the signature</source>
        <translation>no se preguntó a un segundo lector: son %1 partes, y nada sigue a la firma</translation>
    </message>
    <message>
        <source>a second reader sees other objects</source>
        <translation>un segundo lector ve otras partes</translation>
    </message>
    <message>
        <source>a second reader read only what came later: %1 objects</source>
        <translation>un segundo lector leyó solo lo que vino después: son %1 partes</translation>
    </message>
    <message>
        <source>a signature that belongs to no field</source>
        <translation>hay una firma que no pertenece a ningún campo</translation>
    </message>
    <message>
        <source>a password is needed</source>
        <translation>hace falta una contraseña</translation>
    </message>
    <message>
        <source>no document</source>
        <translation>no hay un documento</translation>
    </message>
    <message>
        <source>too many fields</source>
        <translation>hay demasiados campos</translation>
    </message>
    <message>
        <source>a field stands twice</source>
        <translation>un campo está dos veces</translation>
    </message>
    <message>
        <source>unreadable field</source>
        <translation>un campo no se puede leer</translation>
    </message>
    <message>
        <source>unreadable kids</source>
        <translation>las partes de un campo no se pueden leer</translation>
    </message>
    <message>
        <source>unreadable form</source>
        <translation>el formulario no se puede leer</translation>
    </message>
    <message>
        <source>one signature stands in several fields</source>
        <translation>una misma firma está en varios campos</translation>
    </message>
    <message>
        <source>the signature cannot be read</source>
        <translation>la firma no se puede leer</translation>
    </message>
    <message>
        <source>the signature is not an object of its own</source>
        <translation>la firma no es una parte propia del documento</translation>
    </message>
    <message>
        <source>the signature&apos;s dictionary says something twice</source>
        <translation>la firma dice algo dos veces</translation>
    </message>
    <message>
        <source>the signature&apos;s dictionary was changed</source>
        <translation>los datos de la firma se cambiaron</translation>
    </message>
    <message>
        <source>the signature&apos;s value is somewhere else</source>
        <translation>el valor de la firma está en otra parte</translation>
    </message>
    <message>
        <source>the signed bytes do not begin at the beginning</source>
        <translation>lo firmado no empieza al comienzo</translation>
    </message>
    <message>
        <source>the signed bytes lie outside the file</source>
        <translation>lo firmado queda fuera del archivo</translation>
    </message>
    <message>
        <source>the signed bytes are others</source>
        <translation>lo firmado era otra cosa</translation>
    </message>
    <message>
        <source>the stamped bytes are others</source>
        <translation>lo estampado era otra cosa</translation>
    </message>
    <message>
        <source>the signed version cannot be read by its own table</source>
        <translation>la versión firmada no se lee por su propia tabla</translation>
    </message>
    <message>
        <source>the signed version does not have this signature</source>
        <translation>la versión firmada no tiene esta firma</translation>
    </message>
    <message>
        <source>what is not signed is more than the signature&apos;s value</source>
        <translation>queda sin firmar más que el valor de la firma</translation>
    </message>
    <message>
        <source>what is not signed is not this signature&apos;s value</source>
        <translation>lo que queda sin firmar no es el valor de esta firma</translation>
    </message>
    <message>
        <source>no signature structure</source>
        <translation>no tiene la forma de una firma</translation>
    </message>
    <message>
        <source>no timestamp structure</source>
        <translation>no tiene la forma de una estampa</translation>
    </message>
    <message>
        <source>an unknown kind of signature</source>
        <translation>es una clase de firma desconocida</translation>
    </message>
    <message>
        <source>an old technique, not checked</source>
        <translation>es una técnica antigua, que no se comprueba</translation>
    </message>
    <message>
        <source>an old technique</source>
        <translation>usa una técnica antigua</translation>
    </message>
    <message>
        <source>an algorithm that cannot be checked here</source>
        <translation>usa un algoritmo que aquí no se puede comprobar</translation>
    </message>
    <message>
        <source>a digest that cannot be computed here</source>
        <translation>usa un resumen que aquí no se puede calcular</translation>
    </message>
    <message>
        <source>an attribute stands twice</source>
        <translation>un dato de la firma está dos veces</translation>
    </message>
    <message>
        <source>not exactly one signer</source>
        <translation>no tiene exactamente un firmante</translation>
    </message>
    <message>
        <source>no signed attributes</source>
        <translation>no tiene datos firmados</translation>
    </message>
    <message>
        <source>no digest of what was signed</source>
        <translation>no dice qué se firmó</translation>
    </message>
    <message>
        <source>no certificate of the signer</source>
        <translation>no trae el certificado de quien firmó</translation>
    </message>
    <message>
        <source>the content&apos;s type does not fit</source>
        <translation>la clase de contenido no corresponde</translation>
    </message>
    <message>
        <source>the value is not of this key</source>
        <translation>el valor no es de esta llave</translation>
    </message>
    <message>
        <source>the signature brings its own content</source>
        <translation>la firma trae su propio contenido</translation>
    </message>
    <message>
        <source>the signature does not say that it is of this certificate</source>
        <translation>la firma no dice que es de este certificado</translation>
    </message>
    <message>
        <source>a timestamp that is not of this signature</source>
        <translation>trae una estampa que no es de esta firma</translation>
    </message>
    <message>
        <source>an archive timestamp that is not of this signature</source>
        <translation>trae una estampa de archivo que no es de esta firma</translation>
    </message>
    <message>
        <source>an archive timestamp that is not of somebody trusted</source>
        <translation>la estampa de archivo no es de alguien en quien este equipo confíe</translation>
    </message>
    <message>
        <source>the timestamp is of the future</source>
        <translation>la estampa es posterior al momento de la comprobación</translation>
    </message>
    <message>
        <source>the timestamp&apos;s certificate was not valid then</source>
        <translation>el certificado de la estampa no estaba vigente entonces</translation>
    </message>
    <message>
        <source>the timestamp uses an old technique</source>
        <translation>la estampa usa una técnica antigua</translation>
    </message>
    <message>
        <source>the timestamp&apos;s authority %1: %2</source>
        <translation>la autoridad de la estampa, %1: %2</translation>
    </message>
    <message>
        <source>the certificate is not meant for this</source>
        <translation>el certificado no es para esto</translation>
    </message>
    <message>
        <source>%1 was revoked on %2</source>
        <translation>%1 fue revocado el %2</translation>
    </message>
    <message>
        <source>nobody said whether %1 was revoked</source>
        <translation>nadie ha dicho si %1 fue revocado</translation>
    </message>
    <message>
        <source>%1 names no place to ask whether it was revoked</source>
        <translation>%1 no dice dónde preguntar si fue revocado</translation>
    </message>
    <message>
        <source>a signature in XML (XAdES), which is not checked here</source>
        <translation>trae una firma en XML (XAdES), que aquí no se comprueba</translation>
    </message>
    <message>
        <source>a signature that brings its content is not checked here</source>
        <translation>una firma que trae su contenido no se comprueba aquí</translation>
    </message>
    <message>
        <source>signed in a way that is not checked here</source>
        <translation>está firmado de un modo que aquí no se comprueba</translation>
    </message>
    <message>
        <source>the file that was signed is needed</source>
        <translation>hace falta el archivo que se firmó</translation>
    </message>
    <message>
        <source>the container does not say what it is</source>
        <translation>el contenedor no dice qué es</translation>
    </message>
    <message>
        <source>what the container is does not stand first and plain</source>
        <translation>lo que el contenedor es no está de primero y sin comprimir</translation>
    </message>
    <message>
        <source>a simple container with several files</source>
        <translation>un contenedor simple con varios archivos</translation>
    </message>
    <message>
        <source>a container without a file</source>
        <translation>un contenedor sin archivos</translation>
    </message>
    <message>
        <source>not the signature of a simple container</source>
        <translation>no es la firma de un contenedor simple</translation>
    </message>
    <message>
        <source>no list says what it signs</source>
        <translation>ninguna lista dice qué firma</translation>
    </message>
    <message>
        <source>the signature that a list names is not there</source>
        <translation>falta la firma que una lista nombra</translation>
    </message>
    <message>
        <source>the timestamp that a list names is not there</source>
        <translation>falta la estampa que una lista nombra</translation>
    </message>
    <message>
        <source>two signatures in one list</source>
        <translation>una lista nombra dos firmas</translation>
    </message>
    <message>
        <source>an old or unknown digest of %1</source>
        <translation>un resumen antiguo o desconocido de %1</translation>
    </message>
    <message>
        <source>another content: %1</source>
        <translation>tiene otro contenido: %1</translation>
    </message>
    <message>
        <source>not there: %1</source>
        <translation>no está: %1</translation>
    </message>
    <message>
        <source>not signed: %1</source>
        <translation>no está firmado: %1</translation>
    </message>
    <message>
        <source>too large to be looked at unasked</source>
        <translation>es demasiado grande para mirarlo sin que usted lo pida</translation>
    </message>
    <message>
        <source>the program ended while it was looked at</source>
        <translation>el programa se cerró mientras lo miraba</translation>
    </message>
    <message>
        <source>the reader ended at this file</source>
        <translation>el lector se cerró con este archivo</translation>
    </message>
    <message>
        <source>it takes longer than a file is given</source>
        <translation>pide más tiempo del que se da a un archivo</translation>
    </message>
    <message>
        <source>it takes more memory than a file is given</source>
        <translation>pide más memoria de la que se da a un archivo</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>a box like a signature&apos;s that nobody signed</source>
        <translation>apareció un recuadro como de firma que nadie firmó</translation>
    </message>
    <message>
        <source>signature field %1 looks different, and nobody signed it</source>
        <translation>el campo de firma %1 se ve distinto, y nadie lo firmó</translation>
    </message>
    <message>
        <source>the box of a later signature covers part of page %1</source>
        <translation>la casilla de una firma posterior tapa contenido de la página %1, o una imagen que no se sabe leer</translation>
    </message>
    <message>
        <source>the box of a later signature hides text of page %1</source>
        <translation>la casilla de una firma posterior esconde texto de la página %1</translation>
    </message>
    <message>
        <source>field %1 shows something else than its value</source>
        <translation>el campo %1 muestra algo distinto de su valor</translation>
    </message>
    <message>
        <source>field %1 changed, which its author closed to filling</source>
        <translation>cambió el campo %1, que su autor cerró para que nadie lo llenara</translation>
    </message>
    <message>
        <source>the claimed time is not the only one: the signature also says %1</source>
        <translation>la firma dice dos horas distintas: también dice %1</translation>
    </message>
    <message>
        <source>the claimed time cannot be: the certificate did not exist yet</source>
        <translation>la hora que dijo su equipo no puede ser: su certificado aún no existía</translation>
    </message>
    <message>
        <source>the claimed time cannot be: it is still to come</source>
        <translation>la hora que dijo su equipo no puede ser: aún no ha llegado</translation>
    </message>
    <message>
        <source>the claimed time cannot be: the certificate had expired</source>
        <translation>la hora que dijo su equipo no puede ser: su certificado ya había vencido</translation>
    </message>
    <message>
        <source>the claimed time cannot be: a timestamp proves that it was signed before</source>
        <translation>la hora que dijo su equipo no puede ser: una estampa cronológica prueba que se firmó antes</translation>
    </message>
    <message>
        <source>the password is not the right one</source>
        <translation>la contraseña no es la del documento</translation>
    </message>
    <message>
        <source>a note hides text of page %1</source>
        <translation>una nota esconde texto de la página %1</translation>
    </message>
    <message>
        <source>the content of page %1 changed</source>
        <translation>cambió el contenido de la página %1</translation>
    </message>
    <message>
        <source>the box of a later signature covers an earlier one on page %1</source>
        <translation>la casilla de una firma posterior tapa la de una anterior en la página %1</translation>
    </message>
    <message>
        <source>another signature field has the same name</source>
        <translation>otro campo de firma tiene el mismo nombre</translation>
    </message>
    <message>
        <source>nobody said whether %1 was revoked, and no place to ask is named</source>
        <translation>nadie ha dicho si %1 fue revocado, y no nombra a quién preguntar</translation>
    </message>
    <message>
        <source>what was signed is an older version: %1</source>
        <translation>lo que se firmó es una versión anterior: %1</translation>
    </message>
    <message>
        <source>its authority is accredited, says %1</source>
        <translation>su autoridad está acreditada, según %1</translation>
    </message>
    <message>
        <source>%1 has signatures of its own, which were not looked at</source>
        <translation>%1 tiene sus propias firmas, que no se comprobaron</translation>
    </message>
    <message>
        <source>its author certified it: forms may be filled in, and notes and signatures added</source>
        <translation>su autor lo certificó: se pueden llenar campos y agregar notas y firmas</translation>
    </message>
    <message>
        <source>what field %1 shows cannot be told</source>
        <translation>no se puede saber qué muestra el campo %1</translation>
    </message>
    <message>
        <source>its author certified it: only forms may be filled in, and signatures added</source>
        <translation>su autor lo certificó: solo se pueden llenar campos y agregar firmas</translation>
    </message>
    <message>
        <source>its author certified it: nothing may be changed</source>
        <translation>su autor lo certificó: nada puede cambiarse</translation>
    </message>
    <message>
        <source>a timestamp that shows something on a page</source>
        <translation>una estampa cronológica que muestra algo en una página</translation>
    </message>
    <message>
        <source>the list that names %1 ended on %2</source>
        <translation>la lista que nombra a %1 venció el %2</translation>
    </message>
    <message>
        <source>one signature in several lists</source>
        <translation>una sola firma en varias listas</translation>
    </message>
    <message>
        <source>the box of a later signature does not name who signed, and says: %1</source>
        <translation>la casilla de una firma posterior no dice quién firmó, y dice: %1</translation>
    </message>
    <message>
        <source>a note covers part of page %1</source>
        <translation>una nota tapa parte de la página %1</translation>
    </message>
    <message>
        <source>a note says: %1</source>
        <translation>una nota dice: %1</translation>
    </message>
    <message>
        <source>the box of a later signature holds something that cannot be read</source>
        <translation>la casilla de una firma posterior muestra un dibujo, una imagen o letras que no se pueden leer: mírela</translation>
    </message>
    <message>
        <source>the box of a later signature says more than who signed: %1</source>
        <translation>la casilla de una firma posterior dice más que quién firmó: %1</translation>
    </message>
    <message>
        <source>beside what was signed on page %1 the box of a later signature says: %2</source>
        <translation>junto a lo firmado en la página %1, la casilla de una firma posterior dice: %2 (lea lo que está al lado en la versión que se firmó)</translation>
    </message>
    <message>
        <source>the box of a later signature draws something beside what was signed on page %1</source>
        <translation>la casilla de una firma posterior dibuja algo junto a lo firmado en la página %1 (lea lo que está al lado en la versión que se firmó)</translation>
    </message>
    <message>
        <source>an entry says something else than the directory: %1</source>
        <translation>un archivo dice de sí mismo otra cosa que el índice: %1</translation>
    </message>
    <message>
        <source>bytes between the directory and its end</source>
        <translation>bytes de nadie entre el índice y su final</translation>
    </message>
    <message>
        <source>sizes that cannot be: %1</source>
        <translation>tamaños que no pueden ser: %1</translation>
    </message>
    <message>
        <source>only another signature covers: %1</source>
        <translation>solo otra firma cubre: %1</translation>
    </message>
    <message>
        <source>packed in an unknown way: %1</source>
        <translation>comprimido de un modo desconocido: %1</translation>
    </message>
    <message>
        <source>no entry where the directory says: %1</source>
        <translation>no está donde dice el índice: %1</translation>
    </message>
    <message>
        <source>encrypted, or packed in an unknown way: %1</source>
        <translation>cifrado, o comprimido de un modo desconocido: %1</translation>
    </message>
    <message>
        <source>bytes that belong to no entry</source>
        <translation>bytes de nadie</translation>
    </message>
    <message>
        <source>several disks or a comment</source>
        <translation>el contenedor trae un comentario o dice estar partido</translation>
    </message>
    <message>
        <source>an entry ends early: %1</source>
        <translation>un archivo termina antes de tiempo: %1</translation>
    </message>
    <message>
        <source>not checked here: %1</source>
        <translation>no se comprueba aquí: %1</translation>
    </message>
    <message>
        <source>bytes in a folder: %1</source>
        <translation>bytes dentro de una carpeta: %1</translation>
    </message>
    <message>
        <source>a link instead of a file: %1</source>
        <translation>un enlace en lugar de un archivo: %1</translation>
    </message>
    <message>
        <source>covers the file: %1</source>
        <translation>cubre el archivo: %1</translation>
    </message>
    <message>
        <source>no plain end of the directory</source>
        <translation>el índice del contenedor no termina como debe</translation>
    </message>
    <message>
        <source>a name that leaves the container: %1</source>
        <translation>un nombre que se sale del contenedor: %1</translation>
    </message>
    <message>
        <source>nobody signed this part of the container: %1</source>
        <translation>nadie firmó esta parte del contenedor: %1</translation>
    </message>
    <message>
        <source>a broken directory</source>
        <translation>el índice del contenedor está dañado</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>It covers: %1.</source>
        <translation>Cubre: %1.</translation>
    </message>
    <message>
        <source>too many entries</source>
        <translation>demasiados archivos adentro</translation>
    </message>
    <message>
        <source>a field that may give an entry another name or size: %1</source>
        <translation>un campo del que otros programas podrían tomar otro nombre u otro tamaño: %1</translation>
    </message>
    <message>
        <source>a name stands twice: %1</source>
        <translation>un nombre está dos veces, o dos que algunos equipos toman por el mismo: %1</translation>
    </message>
    <message>
        <source>It does not cover, and nobody signed: %1.</source>
        <translation>No cubre, y nadie firmó: %1.</translation>
    </message>
    <message>
        <source>bytes that belong to no entry: %1</source>
        <translation>bytes de nadie antes de: %1</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>it has expired</source>
        <translation>está vencido</translation>
    </message>
    <message>
        <source>it is not valid yet</source>
        <translation>aún no está vigente</translation>
    </message>
    <message>
        <source>it is not meant for signatures</source>
        <translation>no es para firmar</translation>
    </message>
    <message>
        <source>its key is too weak or of an unknown kind</source>
        <translation>su llave es débil o de una clase desconocida</translation>
    </message>
    <message>
        <source>it is another certificate than the one you saw</source>
        <translation>es otro certificado, no el que usted vio</translation>
    </message>
    <message>
        <source>its certificate is revoked</source>
        <translation>su certificado está revocado</translation>
    </message>
    <message>
        <source>no authority was named</source>
        <translation>no se indicó ninguna</translation>
    </message>
    <message>
        <source>its answer cannot be understood</source>
        <translation>su respuesta no se entiende</translation>
    </message>
    <message>
        <source>it stamped something else</source>
        <translation>estampó otra cosa</translation>
    </message>
    <message>
        <source>its answer is to another question</source>
        <translation>su respuesta es a otra pregunta</translation>
    </message>
    <message>
        <source>its certificate may not give timestamps</source>
        <translation>su certificado no puede dar estampas</translation>
    </message>
    <message>
        <source>it is no certificate</source>
        <translation>no es un certificado</translation>
    </message>
    <message>
        <source>it is not there</source>
        <translation>no existe</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>no se puede leer</translation>
    </message>
    <message>
        <source>its own signature is wrong</source>
        <translation>su propia firma no cuadra</translation>
    </message>
    <message>
        <source>anchors.json is not understood</source>
        <translation>anchors.json no se entiende</translation>
    </message>
    <message>
        <source>it is not a file beside the list</source>
        <translation>no es un archivo al lado de la lista</translation>
    </message>
    <message>
        <source>it is not exactly one certificate</source>
        <translation>no es exactamente un certificado</translation>
    </message>
    <message>
        <source>it is another certificate than listed</source>
        <translation>es otro certificado que el de la lista</translation>
    </message>
    <message>
        <source>there is no such field</source>
        <translation>no hay un campo así</translation>
    </message>
    <message>
        <source>it is signed already</source>
        <translation>ya está firmado</translation>
    </message>
    <message>
        <source>an earlier signature closed it</source>
        <translation>una firma anterior lo cerró</translation>
    </message>
    <message>
        <source>its author demands something that is not made here</source>
        <translation>su autor pide algo que aquí no se hace</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>es una carpeta</translation>
    </message>
    <message>
        <source>it is not a plain file</source>
        <translation>no es un archivo corriente</translation>
    </message>
    <message>
        <source>you are not allowed to</source>
        <translation>usted no tiene permiso</translation>
    </message>
    <message>
        <source>it took too long</source>
        <translation>tardó demasiado</translation>
    </message>
    <message>
        <source>it broke off</source>
        <translation>falló</translation>
    </message>
    <message>
        <source>it did not start</source>
        <translation>no arrancó</translation>
    </message>
    <message>
        <source>it answered without sense</source>
        <translation>contestó sin sentido</translation>
    </message>
    <message>
        <source>there is no such page</source>
        <translation>no hay una página así</translation>
    </message>
    <message>
        <source>it is another key than the one that was chosen</source>
        <translation>es otra llave, no la que se eligió</translation>
    </message>
    <message>
        <source>the entity has set a later moment for it</source>
        <translation>la entidad le puso un momento posterior</translation>
    </message>
    <message>
        <source>the entity took it back</source>
        <translation>la entidad la retiró</translation>
    </message>
    <message>
        <source>the entity went over to another means</source>
        <translation>la entidad pasó a otro medio</translation>
    </message>
    <message>
        <source>its time passed without being opened</source>
        <translation>su plazo pasó sin que se abriera</translation>
    </message>
    <message>
        <source>your operator does not offer it now</source>
        <translation>su operador no la ofrece ahora</translation>
    </message>
    <message>
        <source>it is sealed in a way that this program does not know</source>
        <translation>está sellada de una manera que este programa no conoce</translation>
    </message>
    <message>
        <source>it is not sealed</source>
        <translation>no está sellada</translation>
    </message>
    <message>
        <source>it is addressed to somebody else</source>
        <translation>está dirigida a otra persona</translation>
    </message>
    <message>
        <source>what it answered is no timestamp</source>
        <translation>lo que contestó no es una estampa</translation>
    </message>
    <message>
        <source>it belongs to no authority, but to a person or a server: nobody can be confirmed by it</source>
        <translation>no es de una autoridad, sino de una persona o de un servidor: con él no se confirma a nadie</translation>
    </message>
    <message>
        <source>it answers with an error (%1)</source>
        <translation>contesta con un error (%1)</translation>
    </message>
    <message>
        <source>its answer is larger than a timestamp can be</source>
        <translation>su respuesta es más grande de lo que puede ser una estampa</translation>
    </message>
    <message>
        <source>it sends to another address, which is not followed</source>
        <translation>manda a otra dirección, y eso no se sigue</translation>
    </message>
    <message>
        <source>its connection is not secure</source>
        <translation>su conexión no es segura</translation>
    </message>
    <message>
        <source>nobody answers at that address</source>
        <translation>nadie contesta en esa dirección</translation>
    </message>
    <message>
        <source>it is not in your name</source>
        <translation>no está a su nombre</translation>
    </message>
    <message>
        <source>receipts are not signed with a key of its kind</source>
        <translation>con una llave de esa clase no se firman acuses</translation>
    </message>
    <message>
        <source>the entity asks for the signature of this computer, and for no certificate</source>
        <translation>la entidad pide la firma de este computador, y no un certificado</translation>
    </message>
    <message>
        <source>the day until which it held is past</source>
        <translation>ya pasó el día hasta el que regía</translation>
    </message>
    <message>
        <source>nobody signed it, so whom it calls accredited does not count</source>
        <translation>nadie la firmó, así que lo que dice de quién está acreditada no cuenta</translation>
    </message>
    <message>
        <source>the signature beside it does not hold</source>
        <translation>la firma que la acompaña no se sostiene</translation>
    </message>
    <message>
        <source>it does not say until when it holds, so whom it calls accredited does not count</source>
        <translation>no dice hasta cuándo rige, así que lo que dice de quién está acreditada no cuenta</translation>
    </message>
    <message>
        <source>it was changed after it was signed</source>
        <translation>se cambió después de firmarla</translation>
    </message>
    <message>
        <source>nothing became of it yet, so there is nothing to prove</source>
        <translation>todavía no ha pasado nada con eso, así que no hay nada que probar</translation>
    </message>
    <message>
        <source>it has two records with one number</source>
        <translation>trae dos registros con el mismo número</translation>
    </message>
    <message>
        <source>a file in it is damaged: it is not the one that was put there</source>
        <translation>uno de los archivos que trae está dañado: no es el que se puso ahí</translation>
    </message>
    <message>
        <source>neither a notification nor documents that were given are in it</source>
        <translation>no trae ni una notificación ni documentos que se hayan aportado</translation>
    </message>
    <message>
        <source>it is another kind of ZIP file</source>
        <translation>es otra clase de archivo ZIP</translation>
    </message>
    <message>
        <source>it is no ZIP file, as evidence is</source>
        <translation>no es un archivo ZIP, como lo es una evidencia</translation>
    </message>
    <message>
        <source>there is nothing in it</source>
        <translation>está vacío</translation>
    </message>
    <message>
        <source>its end is missing or damaged: it did not arrive whole</source>
        <translation>le falta el final, o lo tiene dañado: no llegó completo</translation>
    </message>
    <message>
        <source>something was put before its beginning</source>
        <translation>le pusieron algo antes del comienzo</translation>
    </message>
    <message>
        <source>something was put behind its end</source>
        <translation>le pusieron algo después del final</translation>
    </message>
    <message>
        <source>two files in it have the same name, so that two programs could read different things</source>
        <translation>dos de los archivos que trae se llaman igual, y dos programas podrían leer cosas distintas</translation>
    </message>
    <message>
        <source>a file in it would be written elsewhere when it is unpacked</source>
        <translation>uno de los archivos que trae se escribiría en otro lugar al sacarlo</translation>
    </message>
    <message>
        <source>a file in it is encrypted, or packed in a way that is not known</source>
        <translation>uno de los archivos que trae está cifrado, o comprimido de una manera que no se conoce</translation>
    </message>
    <message>
        <source>something is hidden between its files</source>
        <translation>hay algo escondido entre sus archivos</translation>
    </message>
    <message>
        <source>it says sizes that cannot be</source>
        <translation>dice tamaños que no pueden ser</translation>
    </message>
    <message>
        <source>its list of files says something else than the files themselves: it was damaged or changed</source>
        <translation>su lista de archivos dice otra cosa que los archivos mismos: se dañó o lo cambiaron</translation>
    </message>
    <message>
        <source>it has more files in it than any evidence</source>
        <translation>trae más archivos que cualquier evidencia</translation>
    </message>
    <message>
        <source>more than a gigabyte came, which is more than is read</source>
        <translation>llegó más de un gigabyte, que es más de lo que se lee</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>el nombre es demasiado largo</translation>
    </message>
    <message>
        <source>it is a ZIP file, but not as evidence is written: it was changed after it was made, cut off, or damaged on its way</source>
        <translation>es un archivo ZIP, pero no como se escribe una evidencia: lo cambiaron después de hecho, se cortó o se dañó en el camino</translation>
    </message>
</context>
<context>
    <name>carriel::ui::settings::TermsCard</name>
    <message>
        <source>Full text of the terms that you accepted</source>
        <translation>Texto completo de las condiciones que usted aceptó</translation>
    </message>
    <message>
        <source>Read them</source>
        <translation>Leerlas</translation>
    </message>
    <message>
        <source>Hide the text</source>
        <translation>Ocultar el texto</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Guardar una copia…</translation>
    </message>
    <message>
        <source>Save the terms that you accepted</source>
        <translation>Guardar las condiciones que usted aceptó</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Texto (*.txt)</translation>
    </message>
    <message>
        <source>Accepted on %1, version %2.
Digest of the text (SHA-256): %3</source>
        <translation>Aceptadas el %1, versión %2.
Huella del texto (SHA-256): %3</translation>
    </message>
    <message>
        <source>Saved: %1, and beside it your signed acceptance, %2.</source>
        <translation>Se guardó: %1, y al lado su aceptación firmada, %2.</translation>
    </message>
    <message>
        <source>The copy could not be written to %1. Choose another folder.</source>
        <translation>No se pudo escribir la copia en %1. Escoja otra carpeta.</translation>
    </message>
</context>
<context>
    <name>carriel::ui::ActivityModel</name>
    <message>
        <source>Anchored</source>
        <translation>Anclado</translation>
    </message>
    <message>
        <source>Not anchored yet</source>
        <translation>Aún sin anclar</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué pasó</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Anchored at the operator</source>
        <translation>En el operador</translation>
    </message>
    <message>
        <source>When (time of Colombia)</source>
        <translation>Cuándo (hora de Colombia)</translation>
    </message>
</context>
<context>
    <name>carriel::ui::StatisticsPage</name>
    <message>
        <source>Counted on this computer, from the record of activity. Nobody else sees it.</source>
        <translation>Contado en este equipo, a partir del registro de actividad. Nadie más lo ve.</translation>
    </message>
    <message>
        <source>Nothing was done in this time.</source>
        <translation>No se hizo nada en este tiempo.</translation>
    </message>
    <message>
        <source>Chart of what was done each month. The table below has the same figures.</source>
        <translation>Gráfica de lo que se hizo cada mes. La tabla de abajo tiene las mismas cifras.</translation>
    </message>
    <message>
        <source>What was done each month</source>
        <translation>Lo que se hizo cada mes</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Volver (Esc)</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periodo</translation>
    </message>
    <message>
        <source>The last 12 months</source>
        <translation>Los últimos 12 meses</translation>
    </message>
    <message>
        <source>The last 3 months</source>
        <translation>Los últimos 3 meses</translation>
    </message>
    <message>
        <source>The whole record</source>
        <translation>Todo el registro</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Estadísticas</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mes</translation>
    </message>
</context>
<context>
    <name>DragPicture</name>
    <message>
        <source>%1 documents and folders</source>
        <translation>%1 documentos y carpetas</translation>
    </message>
</context>
<context>
    <name>carriel::ui::WaitingFor</name>
    <message>
        <source>It is the key of: %1.</source>
        <translation>Es la llave de: %1.</translation>
    </message>
    <message>
        <source>This is another key than you chose then</source>
        <translation>Esta es otra llave, no la que eligió entonces</translation>
    </message>
    <message>
        <source>Some of them wait for another key</source>
        <translation>Algunos esperan otra llave</translation>
    </message>
    <message>
        <source>Choose that key; or give up in Signatures, and sign anew with this one.</source>
        <translation>Elija esa llave; o desista en Firmas, y firme de nuevo con esta.</translation>
    </message>
    <message>
        <source>Open the key that you chose then</source>
        <translation>Abra la llave que eligió entonces</translation>
    </message>
</context>
<context>
    <name>carriel::ui::AskedList</name>
    <message>
        <source>Required</source>
        <translation>Obligatorio</translation>
    </message>
    <message>
        <source>Only if you want</source>
        <translation>Solo si usted quiere</translation>
    </message>
    <message>
        <source>Your documents that serve for “%1”</source>
        <translation>Sus documentos que sirven para «%1»</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Verlo</translation>
    </message>
    <message>
        <source>Add from this computer…</source>
        <translation>Agregar de este equipo…</translation>
    </message>
    <message>
        <source>Choose a document</source>
        <translation>Elija un documento</translation>
    </message>
    <message>
        <source>It is in your folder now, but it is not of the kind that is asked for here.</source>
        <translation>Ya está en su carpeta, pero no es de la clase que se pide aquí.</translation>
    </message>
    <message numerus="yes">
        <source>up to %n documents</source>
        <translation>
            <numerusform>hasta %n documento</numerusform>
            <numerusform>hasta %n documentos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>not older than %n days</source>
        <translation>
            <numerusform>de hace no más de %n día</numerusform>
            <numerusform>de hace no más de %n días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No more than %n documents are asked for here.</source>
        <translation>
            <numerusform>Aquí no se pide más de %n documento.</numerusform>
            <numerusform>Aquí no se piden más de %n documentos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Search among your documents</source>
        <translation>Buscar entre sus documentos</translation>
    </message>
    <message>
        <source>As what it is given</source>
        <translation>Como qué se entrega</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>None of your documents is of this kind. Choose another one of yours, or add one from this computer.</source>
        <translation>Ninguno de sus documentos es de este tipo. Elija otro de los suyos o agregue uno de este equipo.</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>sellado</translation>
    </message>
    <message>
        <source>“%1” is of the type “%2” in your folder now</source>
        <translation>«%1» quedó en su carpeta con el tipo «%2»</translation>
    </message>
    <message>
        <source>Sealed documents cannot be given as they are: the entity and your operator would have to read them. To give one, put a copy into your folder that is not sealed; both can read that one then.</source>
        <translation>Los documentos sellados no se pueden entregar tal como están: la entidad y su operador tendrían que leerlos. Para entregar uno, ponga en su carpeta una copia sin sellar; esa sí la podrán leer ambos.</translation>
    </message>
    <message>
        <source>without a type</source>
        <translation>sin tipo</translation>
    </message>
    <message>
        <source>Another of my documents…</source>
        <translation>Otro de mis documentos…</translation>
    </message>
    <message>
        <source>All of your documents that may be given here. What you mark gets this type, in your folder too:</source>
        <translation>Todos sus documentos que se pueden entregar aquí. El que marque recibe este tipo, también en su carpeta:</translation>
    </message>
    <message>
        <source>All of your documents that may be given here. What you mark gets the type “%1”, in your folder too.</source>
        <translation>Todos sus documentos que se pueden entregar aquí. El que marque recibe el tipo «%1», también en su carpeta.</translation>
    </message>
    <message>
        <source>“%1” is not in your folder any more.</source>
        <translation>«%1» ya no está en su carpeta.</translation>
    </message>
    <message>
        <source>“%1” was changed on %2, after you marked it. Look at it again, and mark it if that is what you want to give.</source>
        <translation>«%1» cambió el %2, después de que usted lo marcó. Mírelo otra vez y márquelo si eso es lo que quiere entregar.</translation>
    </message>
    <message>
        <source>It is asked for signed, and “%1” bears no signature that holds. Sign it, and mark the signed one.</source>
        <translation>Se pide firmado, y «%1» no lleva una firma que se sostenga. Fírmelo y marque el firmado.</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>firmado</translation>
    </message>
    <message>
        <source>Sign it…</source>
        <translation>Firmarlo…</translation>
    </message>
    <message>
        <source>Scan a paper…</source>
        <translation>Escanear un papel…</translation>
    </message>
    <message>
        <source>serves once it is signed</source>
        <translation>sirve si lo firma</translation>
    </message>
</context>
<context>
    <name>carriel::ui::ContributePage</name>
    <message>
        <source>Back (Esc)</source>
        <translation>Volver (Esc)</translation>
    </message>
    <message>
        <source>Documents that an entity asks for</source>
        <translation>Documentos que pide una entidad</translation>
    </message>
    <message>
        <source>Reading and checking the request…</source>
        <translation>Leyendo y comprobando la solicitud…</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Ingresar</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>What for: %1</source>
        <translation>Para qué: %1</translation>
    </message>
    <message>
        <source>How long it keeps them: %1</source>
        <translation>Cuánto tiempo los conserva: %1</translation>
    </message>
    <message>
        <source>You can answer until %1</source>
        <translation>Puede responder hasta el %1</translation>
    </message>
    <message>
        <source>Case %1 of %2</source>
        <translation>Expediente %1 de %2</translation>
    </message>
    <message>
        <source>Is this your case?</source>
        <translation>¿Este trámite es suyo?</translation>
    </message>
    <message>
        <source>The request does not say that it is for you. If you did not begin this procedure yourself, do not answer: somebody may have sent you the link of his own.</source>
        <translation>La solicitud no dice que sea para usted. Si usted no comenzó este trámite, no responda: alguien pudo enviarle el enlace del suyo.</translation>
    </message>
    <message>
        <source>What you give</source>
        <translation>Lo que usted entrega</translation>
    </message>
    <message>
        <source>It is given once, in exactly these versions, signed by this computer. Your operator keeps it and hands it over; you get a filing number. Without a network it waits, and you can cancel it until it is sent.</source>
        <translation>Se entrega una sola vez, en exactamente estas versiones, firmado por este equipo. Su operador lo guarda y lo entrega; a usted le queda un número de radicado. Sin red queda esperando, y puede cancelarlo mientras no salga.</translation>
    </message>
    <message>
        <source>Who has received a document keeps it: it cannot be taken back.</source>
        <translation>Quien recibió un documento lo conserva: no se puede recoger.</translation>
    </message>
    <message>
        <source>Give them to %1</source>
        <translation>Entregar a %1</translation>
    </message>
    <message>
        <source>%1 (%2)
SHA-256 %3</source>
        <translation>%1 (%2)
SHA-256 %3</translation>
    </message>
    <message>
        <source>Still missing: %1</source>
        <translation>Todavía falta: %1</translation>
    </message>
    <message>
        <source>Nothing is chosen yet.</source>
        <translation>Todavía no ha elegido nada.</translation>
    </message>
    <message>
        <source>Preparing and signing…</source>
        <translation>Preparando y firmando…</translation>
    </message>
    <message>
        <source>It is kept here and goes out when there is a network.</source>
        <translation>Quedó guardado y sale cuando haya red.</translation>
    </message>
    <message>
        <source>Your operator has it and hands it over.</source>
        <translation>Su operador lo tiene y lo entrega.</translation>
    </message>
    <message>
        <source>This is the case of another person</source>
        <translation>Este trámite es de otra persona</translation>
    </message>
    <message>
        <source>It is of “%1”, and you are “%2”. Somebody may have sent you the link of his own procedure: your documents would go to his case.</source>
        <translation>Es de «%1», y usted es «%2». Alguien pudo enviarle el enlace de un trámite suyo: sus documentos irían a ese trámite.</translation>
    </message>
    <message>
        <source>I know whose case it is, and I want to give my documents to it</source>
        <translation>Sé de quién es el trámite y quiero aportar ahí mis documentos</translation>
    </message>
    <message>
        <source>You answered this request on %1</source>
        <translation>Usted respondió esta solicitud el %1</translation>
    </message>
    <message>
        <source>It takes one answer, and what you gave then stands.</source>
        <translation>Recibe una sola respuesta, y lo que usted aportó sigue en pie.</translation>
    </message>
    <message>
        <source>What you gave then stands. If you give documents now, the entity gets them once more.</source>
        <translation>Lo que usted aportó sigue en pie. Si aporta ahora, la entidad lo recibe otra vez.</translation>
    </message>
    <message>
        <source>See what I gave</source>
        <translation>Ver lo que aporté</translation>
    </message>
    <message>
        <source>Give once more to %1</source>
        <translation>Entregar otra vez a %1</translation>
    </message>
    <message>
        <source>The entity rejected it. If you give documents now, it gets them as a new answer.</source>
        <translation>La entidad la rechazó. Si entrega documentos ahora, los recibe como una respuesta nueva.</translation>
    </message>
    <message>
        <source>The entity rejected it, and this request takes one answer: ask the entity for another request.</source>
        <translation>La entidad la rechazó, y esta solicitud recibe una sola respuesta: pida a la entidad otra solicitud.</translation>
    </message>
    <message>
        <source>Without your operator</source>
        <translation>Sin su operador</translation>
    </message>
    <message>
        <source>It signed this request, and your operator&apos;s directory has its key. %1.</source>
        <translation>Firmó esta solicitud, y su clave está en el directorio de su operador. %1.</translation>
    </message>
    <message>
        <source>It signed this request, and the directory of your operator that this computer has has its key. %1.</source>
        <translation>Firmó esta solicitud, y su clave está en el directorio de su operador que tiene este equipo. %1.</translation>
    </message>
</context>
<context>
    <name>carriel::ui::ContributionsPage</name>
    <message>
        <source>You have not given documents to any entity yet.</source>
        <translation>Todavía no ha entregado documentos a ninguna entidad.</translation>
    </message>
    <message>
        <source>Back to the procedures (Esc)</source>
        <translation>Volver a los trámites (Esc)</translation>
    </message>
    <message>
        <source>Documents for procedures</source>
        <translation>Documentos para trámites</translation>
    </message>
    <message>
        <source>Answer a request</source>
        <translation>Responder a una solicitud</translation>
    </message>
    <message>
        <source>An entity that needs papers of yours gives you a link, a file or a number. Here you see who asks and what for before anything is given.</source>
        <translation>Una entidad que necesita papeles suyos le da un enlace, un archivo o un número. Aquí ve quién pide y para qué antes de entregar nada.</translation>
    </message>
    <message>
        <source>Link or number of the request</source>
        <translation>Enlace o número de la solicitud</translation>
    </message>
    <message>
        <source>Read the request</source>
        <translation>Leer la solicitud</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Abrir un archivo…</translation>
    </message>
    <message>
        <source>Choose the signed request</source>
        <translation>Elija la solicitud firmada</translation>
    </message>
    <message>
        <source>This file is no request</source>
        <translation>Este archivo no es una solicitud</translation>
    </message>
    <message>
        <source>A signed request is a small text file that the entity gives. Ask it for another one, or use its link.</source>
        <translation>Una solicitud firmada es un archivo de texto pequeño que da la entidad. Pídale otro, o use su enlace.</translation>
    </message>
    <message>
        <source>Filing number: %1</source>
        <translation>Número de radicado: %1</translation>
    </message>
    <message>
        <source>Documents: %1</source>
        <translation>Documentos: %1</translation>
    </message>
    <message>
        <source>You agreed on %1</source>
        <translation>Usted aceptó el %1</translation>
    </message>
    <message>
        <source>What operator or entity say of it does not hold: %1. Do not rely on it.</source>
        <translation>Lo que dicen de esto el operador o la entidad no se sostiene: %1. No se confíe.</translation>
    </message>
    <message>
        <source>Do not send it</source>
        <translation>No enviarlo</translation>
    </message>
    <message>
        <source>Back to the entity&apos;s page</source>
        <translation>Volver a la página de la entidad</translation>
    </message>
    <message>
        <source>See “%1”</source>
        <translation>Ver «%1»</translation>
    </message>
    <message>
        <source>Evidence is kept that it could not be given:</source>
        <translation>Queda prueba de que no se pudo entregar:</translation>
    </message>
    <message>
        <source>Save the evidence…</source>
        <translation>Guardar la prueba…</translation>
    </message>
    <message>
        <source>Save the evidence</source>
        <translation>Guardar la prueba</translation>
    </message>
    <message>
        <source>Evidence of documents given</source>
        <translation>Prueba de documentos aportados</translation>
    </message>
    <message>
        <source>The evidence was saved in “%1”.</source>
        <translation>La prueba quedó en «%1».</translation>
    </message>
    <message>
        <source>Who has what</source>
        <translation>Quién tiene qué</translation>
    </message>
    <message>
        <source>Go back to the entity&apos;s page to finish: without that there is no filing number.</source>
        <translation>Vuelva a la página de la entidad para terminar: sin eso no hay número de radicado.</translation>
    </message>
</context>
<context>
    <name>Contribution</name>
    <message>
        <source>Came back to you: a day passed before it could be sent. Nothing was given.</source>
        <translation>Volvió a usted: pasó un día sin que pudiera salir. No se entregó nada.</translation>
    </message>
    <message>
        <source>Came back to you: a document was changed before it could be sent. Nothing was given.</source>
        <translation>Volvió a usted: un documento cambió antes de salir. No se entregó nada.</translation>
    </message>
    <message>
        <source>Waits to be sent</source>
        <translation>Espera para salir</translation>
    </message>
    <message>
        <source>Sent, and the answer has not come yet. It is never given twice.</source>
        <translation>Se envió y la respuesta no ha llegado. Nunca se entrega dos veces.</translation>
    </message>
    <message>
        <source>Your operator has it since %1</source>
        <translation>Su operador lo tiene desde el %1</translation>
    </message>
    <message>
        <source>The entity took it on %1</source>
        <translation>La entidad lo recogió el %1</translation>
    </message>
    <message>
        <source>Filed on %1</source>
        <translation>Radicado el %1</translation>
    </message>
    <message>
        <source>The entity rejected it: %1</source>
        <translation>La entidad lo rechazó: %1</translation>
    </message>
    <message>
        <source>You cancelled it. Nothing was given.</source>
        <translation>Usted lo canceló. No se entregó nada.</translation>
    </message>
    <message>
        <source>On %1</source>
        <translation>El %1</translation>
    </message>
    <message numerus="yes">
        <source>%n times from %1 to %2</source>
        <translation>
            <numerusform>%n vez, de %1 a %2</numerusform>
            <numerusform>%n veces, de %1 a %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 your operator&apos;s system answered that it could not (%2).</source>
        <translation>%1: el sistema de su operador respondió que no podía (%2).</translation>
    </message>
    <message>
        <source>By its own clock it was %1.</source>
        <translation>Según su propio reloj era %1.</translation>
    </message>
    <message>
        <source>%1 what came back was not an answer of an operator.</source>
        <translation>%1: lo que llegó no era una respuesta de un operador.</translation>
    </message>
    <message>
        <source>%1 your operator&apos;s system did not answer.</source>
        <translation>%1: el sistema de su operador no respondió.</translation>
    </message>
    <message>
        <source>%1 your operator&apos;s system could not be reached; it may also have been your own connection.</source>
        <translation>%1: no se pudo llegar al sistema de su operador; también pudo ser su propia conexión.</translation>
    </message>
    <message>
        <source>Came back to you: this request had been answered before. Nothing was given this time.</source>
        <translation>Volvió a usted: esta solicitud ya tenía respuesta. Esta vez no se entregó nada.</translation>
    </message>
    <message>
        <source>Came back to you: your operator did not accept the request any more. Nothing was given.</source>
        <translation>Volvió a usted: su operador ya no aceptó la solicitud. No se entregó nada.</translation>
    </message>
    <message>
        <source>Came back to you: your operator did not accept what this computer signed. Nothing was given.</source>
        <translation>Volvió a usted: su operador no aceptó lo que firmó este equipo. No se entregó nada.</translation>
    </message>
    <message>
        <source>Came back to you: your operator had lost the documents before it took them. Nothing was given.</source>
        <translation>Volvió a usted: su operador perdió los documentos antes de recibirlos. No se entregó nada.</translation>
    </message>
    <message>
        <source>Came back to you: there is no room for it at your operator. Nothing was given.</source>
        <translation>Volvió a usted: no hay espacio en su operador. No se entregó nada.</translation>
    </message>
    <message>
        <source>Came back to you: your operator refused it (%1). Nothing was given.</source>
        <translation>Volvió a usted: su operador no lo aceptó (%1). No se entregó nada.</translation>
    </message>
    <message>
        <source>Up to here: by this evidence the entity had not answered on %1; it does not say what came after.</source>
        <translation>Hasta aquí: según esta evidencia la entidad no había respondido el %1; no dice qué pasó después.</translation>
    </message>
    <message>
        <source>Waits to be sent. Before that, who asks is checked once more with your operator.</source>
        <translation>Espera para enviarse. Antes se comprueba otra vez con su operador quién pide.</translation>
    </message>
    <message>
        <source>Came back to you: by your operator&apos;s word the request is not from whom it was shown to be. Nothing was given.</source>
        <translation>Volvió a usted: según su operador, la solicitud no es de quien se le mostró. No se aportó nada.</translation>
    </message>
    <message>
        <source>Came back to you: the request can no longer be answered. Nothing was given. Ask the entity for a new one.</source>
        <translation>Volvió a usted: la solicitud ya no se puede responder. No se aportó nada. Pida una nueva a la entidad.</translation>
    </message>
    <message>
        <source>Your operator does not answer: who asks was checked with what this computer knew. You can decide now; it is kept here and goes out when your operator answers, after that is checked once more. If anything is not as shown here, it comes back to you and nothing is given.</source>
        <translation>Su operador no responde: quién pide se comprobó con lo que este equipo sabía. Puede decidir ahora: queda guardado aquí y sale cuando su operador responda, después de comprobarlo otra vez. Si algo no es como se muestra aquí, vuelve a usted y no se aporta nada.</translation>
    </message>
</context>
<context>
    <name>carriel::ui::settings::DevicesCard</name>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Quitar %1</translation>
    </message>
    <message>
        <source>Remove %1 from your folder?</source>
        <translation>¿Quitar %1 de su carpeta?</translation>
    </message>
    <message>
        <source>Remove this computer</source>
        <translation>Quitar este equipo</translation>
    </message>
    <message>
        <source>It can then no longer read or send anything; what it has fetched already stays on it. Your operator may ask you to log in again. If it was not you who added it, somebody knows what you log in with: change that at %1 afterwards.</source>
        <translation>Ya no podrá leer ni enviar nada; lo que ya trajo se queda en él. Su operador puede pedirle que ingrese otra vez. Si no fue usted quien lo agregó, alguien conoce los datos con los que usted ingresa: cámbielos después en %1.</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>Se quitó %1.</translation>
    </message>
    <message>
        <source>If it was not yours, change now what you log in with, at %1.</source>
        <translation>Si no era suyo, cambie ya los datos con los que usted ingresa, en %1.</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>desde el %1</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>este equipo</translation>
    </message>
    <message>
        <source>new: was it you?</source>
        <translation>nuevo: ¿fue usted?</translation>
    </message>
    <message>
        <source>It was me</source>
        <translation>Fui yo</translation>
    </message>
    <message>
        <source>%1: it was me</source>
        <translation>%1: fui yo</translation>
    </message>
    <message>
        <source>removed on %1</source>
        <translation>quitado el %1</translation>
    </message>
</context>
<context>
    <name>carriel::ui::Copying</name>
    <message>
        <source>Nothing was copied: together these documents are too large. To take them out use Save a copy…</source>
        <translation>No se copió nada: juntos, estos documentos son demasiado grandes. Para sacar una copia use Guardar una copia…</translation>
    </message>
    <message>
        <source>Nothing was copied: this does not work with folders, nor with documents that are not on this computer. To take them out use Save a copy…</source>
        <translation>No se copió nada: así no se copian carpetas, ni documentos que no están en este equipo. Para sacar una copia use Guardar una copia…</translation>
    </message>
    <message>
        <source>Copied. Paste it in another folder here, or in another program: there the copy lies outside of your folder, without its protection.</source>
        <translation>Copiado. Péguelo aquí en otra carpeta, o en otro programa: allí la copia queda fuera de su carpeta, sin su protección.</translation>
    </message>
    <message>
        <source>Copied, but not the folders, nor the documents that are not on this computer. To take those out use Save a copy…</source>
        <translation>Copiado, menos las carpetas y los documentos que no están en este equipo. Para sacar una copia de esos use Guardar una copia…</translation>
    </message>
    <message>
        <source>Not all that was copied could be read. Copy it again, or use Save a copy…</source>
        <translation>No se pudo leer todo lo que se copió. Cópielo otra vez, o use Guardar una copia…</translation>
    </message>
</context>
<context>
    <name>carriel::desktop::ContributionNotices</name>
    <message>
        <source>Carriel</source>
        <translation>Carriel</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) to documents that you gave</source>
        <translation>
            <numerusform>%n respuesta a documentos que usted aportó</numerusform>
            <numerusform>%n respuestas a documentos que usted aportó</numerusform>
        </translation>
    </message>
    <message>
        <source>Documents came back to you: they were not given</source>
        <translation>Unos documentos volvieron a usted: no se entregaron</translation>
    </message>
</context>
<context>
    <name>carriel::ui::HoldersPage</name>
    <message>
        <source>Whoever has received a document keeps it: it cannot be fetched back. What you agreed to can be taken back, and you may ask for the rest to be erased.</source>
        <translation>Quien recibió un documento lo conserva: no se puede recoger. Lo que usted aceptó lo puede retirar, y de lo demás puede pedir que lo borren.</translation>
    </message>
    <message>
        <source>Back to the documents for procedures (Esc)</source>
        <translation>Volver a los documentos para trámites (Esc)</translation>
    </message>
    <message>
        <source>Who has what of mine</source>
        <translation>Quién tiene qué de lo mío</translation>
    </message>
    <message>
        <source>In what order</source>
        <translation>En qué orden</translation>
    </message>
    <message>
        <source>By document</source>
        <translation>Por documento</translation>
    </message>
    <message>
        <source>About no document</source>
        <translation>Sobre ningún documento</translation>
    </message>
    <message>
        <source>Documents for “%1”, taken by %2 on %3</source>
        <translation>Documentos para «%1», recogidos por %2 el %3</translation>
    </message>
    <message>
        <source>You are notified electronically in “%1” of %2, since %3</source>
        <translation>A usted lo notifican por medios electrónicos en «%1» de %2, desde el %3</translation>
    </message>
    <message>
        <source>Documents: %1</source>
        <translation>Documentos: %1</translation>
    </message>
    <message>
        <source>Filing number: %1</source>
        <translation>Radicado: %1</translation>
    </message>
    <message>
        <source>It said that it keeps them: %1</source>
        <translation>Dijo que los conserva: %1</translation>
    </message>
    <message>
        <source>See it</source>
        <translation>Verlo</translation>
    </message>
    <message>
        <source>See it or take it back</source>
        <translation>Verlo o retirarlo</translation>
    </message>
    <message>
        <source>Copy a request to erase them</source>
        <translation>Copiar una solicitud de borrarlos</translation>
    </message>
    <message>
        <source>%1, filing number %2</source>
        <translation>%1, radicado %2</translation>
    </message>
    <message>
        <source>To %1

Under article 15 of Ley 1581 de 2012 I ask you to erase the copies of my documents that I gave you for “%2” on %3, as soon as no duty obliges you to keep them, and to confirm it to me:

%4
</source>
        <translation>A %1

Con base en el artículo 15 de la Ley 1581 de 2012 le solicito suprimir las copias de mis documentos que le aporté para «%2» el %3, en cuanto ningún deber le obligue a conservarlas, y confirmármelo:

%4
</translation>
    </message>
    <message>
        <source>The request was copied. Paste it where %1 takes such requests.</source>
        <translation>La solicitud quedó copiada. Péguela donde %1 recibe esas solicitudes.</translation>
    </message>
    <message>
        <source>Nobody has anything of yours: no document was taken or is shared, and no consent is in force.</source>
        <translation>Nadie tiene nada suyo: nadie ha recibido ni se comparte ningún documento, y no hay ningún consentimiento vigente.</translation>
    </message>
    <message>
        <source>By who has it</source>
        <translation>Por quién lo tiene</translation>
    </message>
    <message>
        <source>Whoever has a link</source>
        <translation>Quien tenga un enlace</translation>
    </message>
    <message>
        <source>whoever has the link</source>
        <translation>quien tenga el enlace</translation>
    </message>
    <message>
        <source>Shared with %1 for “%2” and read: it is shared no longer, and the copies stay there</source>
        <translation>Compartido con %1 para «%2» y leído: ya no se comparte, y las copias se quedan allá</translation>
    </message>
    <message>
        <source>Shared with %1 for “%2” until %3; not read yet</source>
        <translation>Compartido con %1 para «%2» hasta el %3; todavía no lo han leído</translation>
    </message>
    <message>
        <source>Shared with %1 for “%2” until %3; read</source>
        <translation>Compartido con %1 para «%2» hasta el %3; ya lo leyeron</translation>
    </message>
    <message>
        <source>See it or give it more time</source>
        <translation>Verlo o darle más tiempo</translation>
    </message>
    <message>
        <source>Stop sharing…</source>
        <translation>Dejar de compartir…</translation>
    </message>
    <message>
        <source>Ask to erase the copies…</source>
        <translation>Pedir que borre las copias…</translation>
    </message>
</context>
<context>
    <name>carriel::ui::HowToSign</name>
    <message>
        <source>As a document of its own beside it</source>
        <translation>Como documento aparte, a su lado</translation>
    </message>
    <message>
        <source>As its newest version; the original stays</source>
        <translation>Como su versión más nueva; el original se conserva</translation>
    </message>
    <message>
        <source>How strong it is</source>
        <translation>Qué tan fuerte es</translation>
    </message>
    <message>
        <source>No timestamp authority is set</source>
        <translation>No hay autoridad de estampado</translation>
    </message>
    <message>
        <source>Place (may stay empty)</source>
        <translation>Lugar (puede quedar vacío)</translation>
    </message>
    <message>
        <source>Reason (may stay empty; everybody can read it)</source>
        <translation>Motivo (puede quedar vacío; todos lo pueden leer)</translation>
    </message>
    <message>
        <source>Set it…</source>
        <translation>Ponerla…</translation>
    </message>
    <message>
        <source>Set the address that your timestamp provider gave you.</source>
        <translation>Ponga la dirección que le dio su proveedor de estampado.</translation>
    </message>
    <message>
        <source>Where the signature goes</source>
        <translation>Dónde va la firma</translation>
    </message>
    <message>
        <source>Write damaged PDFs anew before signing them</source>
        <translation>Escribir de nuevo los PDF dañados antes de firmarlos</translation>
    </message>
    <message>
        <source>Then no program has to repair them to show them. The pages stay the same, the bytes do not; the original stays as it was. Without it a new table is added behind, and what is damaged stays inside.</source>
        <translation>Así ningún programa tiene que repararlos para mostrarlos. Las páginas quedan iguales, los bytes no; el original queda como estaba. Sin esto se agrega una tabla nueva detrás, y lo dañado queda adentro.</translation>
    </message>
</context>
<context>
    <name>carriel::ui::BoxOnPage</name>
    <message>
        <source>Drag the box, or move it with the arrow keys and change its size with Shift and the arrows.</source>
        <translation>Arrastre el recuadro, o muévalo con las flechas y cambie su tamaño con Mayús y las flechas.</translation>
    </message>
    <message>
        <source>It is decoration: what proves your signature is inside the file.</source>
        <translation>Es un adorno: lo que prueba su firma está dentro del archivo.</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Show a box with my name and the date</source>
        <translation>Mostrar un recuadro con mi nombre y la fecha</translation>
    </message>
    <message>
        <source>There the box hides that of an earlier signature</source>
        <translation>Ahí el recuadro tapa el de una firma anterior</translation>
    </message>
    <message>
        <source>Whoever verifies the document would read that it was altered after signing. </source>
        <translation>Quien compruebe el documento leería que fue alterado después de firmar. </translation>
    </message>
    <message>
        <source>That signature would be shown as valid, with later changes. </source>
        <translation>Esa firma se vería como válida, con cambios posteriores. </translation>
    </message>
    <message>
        <source>There the box hides text that others signed</source>
        <translation>Ahí el recuadro tapa texto que otros firmaron</translation>
    </message>
    <message>
        <source>Move it to a free place, or sign without a box.</source>
        <translation>Muévalo a un lugar libre, o firme sin recuadro.</translation>
    </message>
    <message>
        <source>There the box covers part of what others signed</source>
        <translation>Ahí el recuadro tapa parte de lo que otros firmaron</translation>
    </message>
</context>
<context>
    <name>ProfileTitle</name>
    <message>
        <source>My folder</source>
        <translation>Mi carpeta</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>carriel::ui::PublishedList</name>
    <message>
        <source>What entities ask of everybody</source>
        <translation>Lo que las entidades piden a todos</translation>
    </message>
    <message>
        <source>Search request or entity…</source>
        <translation>Buscar solicitud o entidad…</translation>
    </message>
    <message>
        <source>%1 · until %2</source>
        <translation>%1 · hasta el %2</translation>
    </message>
    <message>
        <source>Answer it</source>
        <translation>Responderla</translation>
    </message>
    <message>
        <source>Answer it: %1, of %2</source>
        <translation>Responder: %1, de %2</translation>
    </message>
    <message>
        <source>No request is like that.</source>
        <translation>Ninguna solicitud es así.</translation>
    </message>
    <message numerus="yes">
        <source>There are %n more: search by words.</source>
        <translation>
            <numerusform>Hay %n más: búsquela con palabras.</numerusform>
            <numerusform>Hay %n más: búsquelas con palabras.</numerusform>
        </translation>
    </message>
    <message>
        <source>You answered it on %1</source>
        <translation>Usted la respondió el %1</translation>
    </message>
</context>
<context>
    <name>ColombianTime</name>
    <message>
        <source>%1 (time of Colombia)</source>
        <translation>%1 (hora de Colombia)</translation>
    </message>
</context>
<context>
    <name>Share</name>
    <message>
        <source>Came back to you: a day passed before it could be sent. Nothing was shared.</source>
        <translation>Volvió a usted: pasó un día antes de poder enviarlo. No se compartió nada.</translation>
    </message>
    <message>
        <source>Came back to you: a document was changed before it could be sent. Nothing was shared.</source>
        <translation>Volvió a usted: un documento cambió antes de poder enviarlo. No se compartió nada.</translation>
    </message>
    <message>
        <source>Came back to you: nobody is found under that number. Nothing was shared.</source>
        <translation>Volvió a usted: nadie aparece con ese número. No se compartió nada.</translation>
    </message>
    <message>
        <source>Came back to you (%1). Nothing was shared.</source>
        <translation>Volvió a usted (%1). No se compartió nada.</translation>
    </message>
    <message>
        <source>You ended it. Your operator does not know yet: until then it can still be read.</source>
        <translation>Usted dejó de compartirlo. Su operador todavía no lo sabe: hasta entonces aún se puede leer.</translation>
    </message>
    <message>
        <source>You gave it more time. Your operator does not know yet.</source>
        <translation>Usted le dio más tiempo. Su operador todavía no lo sabe.</translation>
    </message>
    <message>
        <source>You answered. Your operator does not know yet.</source>
        <translation>Usted respondió. Su operador todavía no lo sabe.</translation>
    </message>
    <message>
        <source>Waits to be sent</source>
        <translation>Espera para enviarse</translation>
    </message>
    <message>
        <source>Sent, and the answer has not come yet. It is never shared twice.</source>
        <translation>Se envió y la respuesta no ha llegado. Nunca se comparte dos veces.</translation>
    </message>
    <message>
        <source>Not read yet; shared until %1</source>
        <translation>Todavía no lo han leído; compartido hasta %1</translation>
    </message>
    <message>
        <source>Waits for your answer; shared until %1</source>
        <translation>Espera su respuesta; compartido hasta %1</translation>
    </message>
    <message>
        <source>You accepted it; shared until %1</source>
        <translation>Usted lo aceptó; compartido hasta %1</translation>
    </message>
    <message>
        <source>Accepted and not read yet; shared until %1</source>
        <translation>Aceptado y todavía sin leer; compartido hasta %1</translation>
    </message>
    <message numerus="yes">
        <source>Read %n time(s); shared until %1</source>
        <translation>
            <numerusform>Leído una vez; compartido hasta %1</numerusform>
            <numerusform>Leído %n veces; compartido hasta %1</numerusform>
        </translation>
    </message>
    <message>
        <source>It was declined</source>
        <translation>Lo rechazaron</translation>
    </message>
    <message>
        <source>You declined it</source>
        <translation>Usted lo rechazó</translation>
    </message>
    <message>
        <source>Ended: five wrong codes were tried</source>
        <translation>Se acabó: se intentaron cinco códigos equivocados</translation>
    </message>
    <message>
        <source>It is shared no longer</source>
        <translation>Ya no se comparte</translation>
    </message>
    <message>
        <source>It ran out on %1</source>
        <translation>Venció el %1</translation>
    </message>
    <message>
        <source>You cancelled it. Nothing was shared.</source>
        <translation>Usted lo canceló. No se compartió nada.</translation>
    </message>
    <message>
        <source>By link, for whoever has its code</source>
        <translation>Con un enlace, para quien tenga su código</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>A %1</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>De %1</translation>
    </message>
    <message>
        <source>Copy of what was shared with me. %1, on %2. What for: %3</source>
        <translation>Copia de lo que me compartieron. %1, el %2. Para: %3</translation>
    </message>
    <message>
        <source>Shared no longer since %1</source>
        <translation>Ya no se comparte desde el %1</translation>
    </message>
    <message>
        <source>Came back to you: the key of that person is another one now. Nothing was shared. Look at the new one before you share.</source>
        <translation>Volvió a usted: la llave de esa persona ahora es otra. No se compartió nada. Revise la nueva antes de compartir.</translation>
    </message>
    <message>
        <source>What your operator names as the key of this person is not. Nothing is shared. Ask your operator.</source>
        <translation>Lo que su operador muestra como la llave de esta persona no lo es. Nada se comparte. Pregúntele a su operador.</translation>
    </message>
    <message>
        <source>This person has another key, and nothing confirms it. Somebody may be in between: call the person and compare the code before you share.</source>
        <translation>Esta persona tiene otra llave, y nada la confirma. Puede haber alguien en medio: llámela y comparen el código antes de compartir.</translation>
    </message>
    <message>
        <source>This person has no key yet: nothing sealed can be shared with him.</source>
        <translation>Esta persona todavía no tiene llave: no se le puede compartir nada sellado.</translation>
    </message>
    <message>
        <source>This person has a new key. The old one and the identity provider confirm it. Nothing is shared with it until you say so.</source>
        <translation>Esta persona tiene una llave nueva. La anterior y el proveedor de identidad la confirman. Nada se comparte con ella hasta que usted lo diga.</translation>
    </message>
    <message>
        <source>You have used this key before.</source>
        <translation>Usted ya ha usado esta llave.</translation>
    </message>
    <message>
        <source>Nobody confirms this key. Call the person and compare the code: only if both of you read the same is it the right one.</source>
        <translation>Nadie confirma esta llave. Llame a la persona y comparen el código: solo si los dos leen lo mismo es la correcta.</translation>
    </message>
    <message>
        <source>The identity provider says that this key is that person&apos;s.</source>
        <translation>El proveedor de identidad dice que esta llave es de esa persona.</translation>
    </message>
    <message>
        <source>whoever has a link</source>
        <translation>quien tenga un enlace</translation>
    </message>
    <message>
        <source>Your operator names another key for %1 than the one that you shared this with. Perhaps a computer was changed or lost; perhaps somebody is in between. Ask, by another way, before you share again. Whoever has the old key can still read this one: if it was lost, stop sharing.</source>
        <translation>Su operador muestra para %1 una llave distinta de aquella con la que usted compartió esto. Quizá cambió o perdió un computador; quizá alguien se metió en el medio. Pregúntele por otro medio antes de volver a compartir. Quien tenga la llave anterior todavía puede leer esto: si se perdió, deje de compartir.</translation>
    </message>
    <message>
        <source>You share it with %1: in the trash nobody can read it once your operator knows, and if you take it out, the share goes on. To end it, open Shared.</source>
        <translation>Lo comparte con %1: en la papelera nadie puede leerlo en cuanto su operador lo sepa y, si lo saca de ahí, se sigue compartiendo. Para dejar de compartirlo, abra Compartido.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 y %n más</numerusform>
            <numerusform>%1 y %n más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was read %n time(s): whoever opened it keeps it.</source>
        <translation>
            <numerusform>Se leyó una vez: quien lo abrió lo conserva.</numerusform>
            <numerusform>Se leyó %n veces: quien lo abrió lo conserva.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 read it %n time(s) and keeps what was opened.</source>
        <translation>
            <numerusform>%1 lo leyó una vez y conserva lo que abrió.</numerusform>
            <numerusform>%1 lo leyó %n veces y conserva lo que abrió.</numerusform>
        </translation>
    </message>
    <message>
        <source>Shared with me</source>
        <translation>Compartido conmigo</translation>
    </message>
    <message>
        <source>%1, who shared it with you on %2</source>
        <translation>%1, quien lo compartió con usted el %2</translation>
    </message>
    <message>
        <source>The code was used on %1: the link opens for nobody else. The browser that used it could read for an hour. For somebody else, share again.</source>
        <translation>El código se usó el %1. El enlace no abre para nadie más. El navegador que lo usó pudo leer durante una hora. Para otra persona, comparta de nuevo.</translation>
    </message>
    <message>
        <source>Came back to you: the number is of %1, and you had not seen it. Nothing was shared. Confirm it only if that is who you mean.</source>
        <translation>Volvió a usted: ese número es de %1, y usted no lo había visto. No se compartió nada. Confírmelo solo si es la persona que usted quería.</translation>
    </message>
    <message numerus="yes">
        <source>A wrong code was tried %n time(s), the last one on %1. After five the link ends.</source>
        <translation>
            <numerusform>Se probó un código equivocado el %1. Después de cinco el enlace se acaba.</numerusform>
            <numerusform>Se probaron %n códigos equivocados, el último el %1. Después de cinco el enlace se acaba.</numerusform>
        </translation>
    </message>
    <message>
        <source>The new version is also for %1: you share this document always in its newest version.</source>
        <translation>La versión nueva también es para %1: usted comparte este documento siempre en su versión más nueva.</translation>
    </message>
    <message>
        <source>Not shared: nobody has seen yet whose number that is. It comes back to you with the name.</source>
        <translation>No se ha compartido: todavía no se ha visto de quién es ese número. Vuelve a usted con el nombre.</translation>
    </message>
    <message>
        <source>Always the newest version: whoever reads it also gets what you change later.</source>
        <translation>Siempre la versión más nueva: quien lee recibe también lo que usted cambie después.</translation>
    </message>
    <message>
        <source>This version, also when you change the document later.</source>
        <translation>Esta versión, aunque usted cambie el documento después.</translation>
    </message>
    <message>
        <source>When you decided: %1</source>
        <translation>Cuando usted decidió: %1</translation>
    </message>
    <message>
        <source>%2 said on %1 that they are kept: %3.</source>
        <translation>%2 dijo el %1 que las conserva: %3.</translation>
    </message>
    <message>
        <source>%2 said on %1: erased. That is the word of %2; nobody can check it.</source>
        <translation>%2 dijo el %1: borradas. Es la palabra de %2; nadie lo puede comprobar.</translation>
    </message>
    <message>
        <source>“%1” is another one than you decided to share.</source>
        <translation>«%1» ya no es el que usted decidió compartir.</translation>
    </message>
    <message>
        <source>You answered on %1 that you keep them: %2.</source>
        <translation>El %1 usted respondió que las conserva: %2.</translation>
    </message>
    <message>
        <source>version of %1, %2</source>
        <translation>versión del %1, %2</translation>
    </message>
    <message>
        <source>Nothing was shared under this number. What you confirmed has the number %1.</source>
        <translation>Con este número no se compartió nada. Lo que usted confirmó tiene el número %1.</translation>
    </message>
    <message>
        <source>On %1 %2 asked you to erase the copies that you have.</source>
        <translation>El %1 %2 le pidió que borre las copias que tiene.</translation>
    </message>
    <message>
        <source>There is no answer yet. Asking is not erasing.</source>
        <translation>Todavía no hay respuesta. Pedir no es borrar.</translation>
    </message>
    <message>
        <source>You asked for the copies to be erased. Your operator does not know yet.</source>
        <translation>Usted pidió que se borren las copias. Su operador todavía no lo sabe.</translation>
    </message>
    <message>
        <source>“%1” is in the trash or deleted: it would not be shared.</source>
        <translation>«%1» está en la papelera o se eliminó: no se compartiría.</translation>
    </message>
    <message>
        <source>It cannot be read now: whoever shares it has put it into the trash or deleted it. The share would go on until %1.</source>
        <translation>Ahora no se puede leer: quien lo comparte lo puso en la papelera o lo eliminó. Si lo saca de la papelera, se comparte hasta %1.</translation>
    </message>
    <message>
        <source>You answered on %1 that you erased them.</source>
        <translation>El %1 usted respondió que las borró.</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Ahora: %1</translation>
    </message>
    <message numerus="yes">
        <source>Of its documents, %n is in the trash or deleted and is not given.</source>
        <translation>
            <numerusform>De sus documentos, %n está en la papelera o se eliminó y no se entrega.</numerusform>
            <numerusform>De sus documentos, %n están en la papelera o se eliminaron y no se entregan.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was shared under this number. What you confirmed has another one in this list.</source>
        <translation>Con este número no se compartió nada. Lo que usted confirmó tiene otro número en esta lista.</translation>
    </message>
    <message>
        <source>Nobody can read it now: it is in your trash or deleted. The share would go on until %1.</source>
        <translation>Nadie lo puede leer ahora: está en su papelera o se eliminó. Si lo saca de la papelera, se comparte hasta %1.</translation>
    </message>
    <message>
        <source>On %1 you asked %2 to erase the copies.</source>
        <translation>El %1 usted pidió a %2 que borre las copias.</translation>
    </message>
    <message>
        <source>When it was kept nobody had confirmed that the key which signed it was that person&apos;s.</source>
        <translation>Cuando se guardó, nadie había confirmado que la llave que lo firmó fuera de esa persona.</translation>
    </message>
    <message>
        <source>When it was kept it was signed with another key than the one known of that person, and nothing confirmed it.</source>
        <translation>Cuando se guardó, venía firmado con una llave distinta de la que se conocía de esa persona, y nada la confirmaba.</translation>
    </message>
    <message>
        <source>Signed with the key of %1: you compared its code.</source>
        <translation>Firmado con la llave de %1: usted comparó su código.</translation>
    </message>
    <message>
        <source>Signed with the key of %1: the identity provider says that it is that person&apos;s.</source>
        <translation>Firmado con la llave de %1: el proveedor de identidad dice que es de esa persona.</translation>
    </message>
    <message>
        <source>Signed with the new key of %1: the one before and the identity provider confirm it.</source>
        <translation>Firmado con la llave nueva de %1: la anterior y el proveedor de identidad la confirman.</translation>
    </message>
    <message>
        <source>Signed with the key of %1 that you have used before.</source>
        <translation>Firmado con la llave de %1 que usted ya ha usado.</translation>
    </message>
    <message>
        <source>Careful: this is signed with another key than the one that you know of %1, and nothing confirms it. It may be somebody else. Call %1 by another way and compare the code before you rely on it.</source>
        <translation>Cuidado: esto viene firmado con una llave distinta de la que usted conoce de %1, y nada la confirma. Puede ser otra persona. Llame a %1 por otro medio y comparen el código antes de confiar en esto.</translation>
    </message>
    <message>
        <source>Nobody has confirmed that the key which signed this is that of %1: it may be somebody else under that name. Call %1 by another way and compare the code before you rely on it.</source>
        <translation>Nadie ha confirmado que la llave con que viene firmado sea de %1: puede ser otra persona con ese nombre. Llame a %1 por otro medio y comparen el código antes de confiar en esto.</translation>
    </message>
</context>
<context>
    <name>carriel::ui::SharesPage</name>
    <message>
        <source>Shared</source>
        <translation>Compartido</translation>
    </message>
    <message>
        <source>Which shares</source>
        <translation>Qué compartidos</translation>
    </message>
    <message>
        <source>By me</source>
        <translation>Por mí</translation>
    </message>
    <message>
        <source>With me</source>
        <translation>Conmigo</translation>
    </message>
    <message>
        <source>Whoever knows my number may share with me</source>
        <translation>Quien sepa mi número puede compartirme documentos</translation>
    </message>
    <message>
        <source>You share nothing. Choose documents or a folder and press Share.</source>
        <translation>Usted no comparte nada. Elija documentos o una carpeta y oprima Compartir.</translation>
    </message>
    <message>
        <source>Nobody shares anything with you. To be found, allow it above and give your number to whoever is to share.</source>
        <translation>Nadie le comparte nada. Para que lo encuentren, permítalo arriba y dele su número a quien vaya a compartir.</translation>
    </message>
    <message>
        <source>%1 (no longer there)</source>
        <translation>%1 (ya no está)</translation>
    </message>
    <message>
        <source>What for: %1</source>
        <translation>Para qué: %1</translation>
    </message>
    <message>
        <source>Always the newest version</source>
        <translation>Siempre la versión más nueva</translation>
    </message>
    <message>
        <source>The version of that day</source>
        <translation>La versión de ese día</translation>
    </message>
    <message>
        <source>%1: %2 was read</source>
        <translation>%1: se leyó %2</translation>
    </message>
    <message>
        <source>Link: %1
Code, for one use; give it by another way: %2</source>
        <translation>Enlace: %1
Código, sirve una sola vez; entréguelo por otro medio: %2</translation>
    </message>
    <message>
        <source>What is told of it does not hold: %1. Do not rely on it.</source>
        <translation>Lo que se dice de esto no se sostiene: %1. No confíe en ello.</translation>
    </message>
    <message>
        <source>See them</source>
        <translation>Verlas</translation>
    </message>
    <message>
        <source>Do not send it</source>
        <translation>No enviarlo</translation>
    </message>
    <message>
        <source>Stop sharing</source>
        <translation>Dejar de compartir</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>Copiar el enlace</translation>
    </message>
    <message>
        <source>Link copied; give the code by another way</source>
        <translation>Enlace copiado; entregue el código por otro medio</translation>
    </message>
    <message>
        <source>Accept and keep copies</source>
        <translation>Aceptar y guardar copias</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Rechazar</translation>
    </message>
    <message numerus="yes">
        <source>Show %n older</source>
        <translation>
            <numerusform>Mostrar %n anterior</numerusform>
            <numerusform>Mostrar %n anteriores</numerusform>
        </translation>
    </message>
    <message>
        <source>Your documents are only on this computer. To share them you need an operator.</source>
        <translation>Sus documentos están solo en este equipo. Para compartirlos necesita un operador.</translation>
    </message>
    <message>
        <source>%1 (in the trash or deleted: nobody reads it)</source>
        <translation>%1 (en la papelera o eliminado: nadie lo lee)</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 y %n más</numerusform>
            <numerusform>%1 y %n más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Give more time…</source>
        <translation>Dar más tiempo…</translation>
    </message>
    <message>
        <source>Keep copies once more</source>
        <translation>Guardar copias otra vez</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>Hasta cuándo</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>Hasta el %1</translation>
    </message>
    <message>
        <source>Give this time</source>
        <translation>Dar este tiempo</translation>
    </message>
    <message>
        <source>It cannot be made shorter afterwards; you can stop sharing at any time.</source>
        <translation>Después no se puede acortar; dejar de compartir sí, en cualquier momento.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Whoever wants to share sealed documents with you then sees that the key is yours. Your browser opens, and you log in once more. Others see your number, which they know, and nothing else.</source>
        <translation>Quien quiera compartirle documentos sellados verá entonces que la llave es suya. Se abre su navegador y usted ingresa una vez más. Los demás ven su número, que ya conocen, y nada más.</translation>
    </message>
    <message>
        <source>Your key is confirmed: who looks for your number sees that it is yours</source>
        <translation>Su llave está confirmada: quien busque su número ve que es suya</translation>
    </message>
    <message>
        <source>Confirm my key for sealed documents…</source>
        <translation>Confirmar mi llave para documentos sellados…</translation>
    </message>
    <message>
        <source>End to end: your operator cannot open it. Code of your key and the other&apos;s, the same for both: %1</source>
        <translation>De extremo a extremo: su operador no lo puede abrir. Código de su llave y la del otro, el mismo para los dos: %1</translation>
    </message>
    <message>
        <source>Compare the code…</source>
        <translation>Comparar el código…</translation>
    </message>
    <message>
        <source>This computer has no key of yours yet: there is no code to compare.</source>
        <translation>Este equipo todavía no tiene una llave suya: no hay código para comparar.</translation>
    </message>
    <message>
        <source>Call %1 and read this code to each other. %1 sees it at what was shared with you, or looking for your number. Only if both of you read the same is it the right key.</source>
        <translation>Llame a %1 y léanse este código. %1 lo ve en lo que le compartió a usted, o buscando el número de usted. Solo si los dos leen lo mismo es la llave correcta.</translation>
    </message>
    <message>
        <source>End to end: your operator cannot open it.</source>
        <translation>De extremo a extremo: su operador no lo puede abrir.</translation>
    </message>
    <message>
        <source>What is sealed is shared end to end; anything else your operator holds in clear and can read. Whoever has opened a document keeps it: ending a share stops the next reading, and takes no copy back.</source>
        <translation>Lo sellado se comparte de extremo a extremo; lo demás lo guarda su operador en claro y puede leerlo. Quien ya abrió un documento lo conserva: dejar de compartir impide la próxima lectura y no recoge ninguna copia.</translation>
    </message>
    <message>
        <source>Open an encrypted file…</source>
        <translation>Abrir un archivo cifrado…</translation>
    </message>
    <message>
        <source>We read the same code</source>
        <translation>Leímos el mismo código</translation>
    </message>
    <message>
        <source>Look at the new key…</source>
        <translation>Ver la llave nueva…</translation>
    </message>
    <message numerus="yes">
        <source>%n copies are in “%1”</source>
        <translation>
            <numerusform>Hay una copia en «%1»</numerusform>
            <numerusform>Hay %n copias en «%1»</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop sharing…</source>
        <translation>Dejar de compartir…</translation>
    </message>
    <message>
        <source>Stop sharing it? Nobody has read it yet, and nobody will. It cannot be undone: you would share it anew.</source>
        <translation>¿Dejar de compartirlo? Nadie lo ha leído todavía y ya nadie lo leerá. No se puede deshacer: tendría que compartirlo de nuevo.</translation>
    </message>
    <message>
        <source>Stop sharing it? %1 has read it and keeps what was opened: that is not taken back. Nothing more of it will be read. It cannot be undone: you would share it anew.</source>
        <translation>¿Dejar de compartirlo? %1 ya lo leyó y conserva lo que abrió: eso no se recupera. Desde ahora no se lee nada más. No se puede deshacer: tendría que compartirlo de nuevo.</translation>
    </message>
    <message>
        <source>Whoever has the link</source>
        <translation>Quien tiene el enlace</translation>
    </message>
    <message>
        <source>Go on sharing</source>
        <translation>Seguir compartiendo</translation>
    </message>
    <message>
        <source>Yes, share it with %1</source>
        <translation>Sí, compartir con %1</translation>
    </message>
    <message>
        <source>Share what is there now with %1</source>
        <translation>Compartir lo que hay ahora con %1</translation>
    </message>
    <message>
        <source>Ask to erase the copies</source>
        <translation>Pedir que borre las copias</translation>
    </message>
    <message>
        <source>Do not ask</source>
        <translation>No pedirlo</translation>
    </message>
    <message>
        <source>I keep them</source>
        <translation>Las conservo</translation>
    </message>
    <message>
        <source>Ask to erase the copies…</source>
        <translation>Pedir que borre las copias…</translation>
    </message>
    <message>
        <source>Ask %1 to erase the copies? Asking is not erasing: your operator passes your signed request on, and the answer is the other&apos;s word, which nobody can check. A law or a duty may oblige to keep them. It can be asked once.</source>
        <translation>¿Pedir a %1 que borre las copias? Pedir no es borrar: su operador pasa su pedido firmado, y la respuesta es palabra de quien lo recibe, que nadie puede comprobar. Una ley o un deber puede obligar a conservarlas. Se puede pedir una vez.</translation>
    </message>
    <message>
        <source>Do not share it</source>
        <translation>No compartirlo</translation>
    </message>
    <message>
        <source>Erase your copies yourself, also those in the trash; this program cannot know where else they are. If you keep them, say why.</source>
        <translation>Borre usted mismo sus copias, también las de la papelera; este programa no puede saber dónde más están. Si las conserva, diga por qué.</translation>
    </message>
    <message>
        <source>I erased them</source>
        <translation>Ya las borré</translation>
    </message>
    <message>
        <source>Share what is there now</source>
        <translation>Compartir lo que hay ahora</translation>
    </message>
    <message>
        <source>Why you keep them</source>
        <translation>Por qué las conserva</translation>
    </message>
</context>
<context>
    <name>carriel::ui::SharePage</name>
    <message>
        <source>Share documents</source>
        <translation>Compartir documentos</translation>
    </message>
    <message>
        <source>Your operator holds these documents in clear and can read them: this is not end to end. Whoever has opened a document keeps it.</source>
        <translation>Su operador guarda estos documentos en claro y puede leerlos: esto no es de extremo a extremo. Quien ya abrió un documento lo conserva.</translation>
    </message>
    <message>
        <source>CC 52000111, NIT 901234567 …</source>
        <translation>CC 52000111, NIT 901234567 …</translation>
    </message>
    <message>
        <source>Number of the person, company or entity</source>
        <translation>Número de la persona, empresa o entidad</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Para qué</translation>
    </message>
    <message>
        <source>A message, if you like</source>
        <translation>Un mensaje, si quiere</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Compartir</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y uno más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>By link, for somebody without a folder</source>
        <translation>Con un enlace, para alguien sin carpeta</translation>
    </message>
    <message>
        <source>Whoever has the link and its code reads it, and who that was cannot be known.</source>
        <translation>Lo lee quien tenga el enlace y su código, y no se puede saber quién fue.</translation>
    </message>
    <message>
        <source>Always the newest version</source>
        <translation>Siempre la versión más nueva</translation>
    </message>
    <message>
        <source>Otherwise the version of now is read, also when you change the document later.</source>
        <translation>Si no, se lee la versión de ahora, aunque usted cambie el documento después.</translation>
    </message>
    <message>
        <source>Whoever has the link and its code</source>
        <translation>Quien tenga el enlace y su código</translation>
    </message>
    <message numerus="yes">
        <source>%1 may read %n document(s) until %2.</source>
        <translation>
            <numerusform>%1 podrá leer un documento hasta el %2.</numerusform>
            <numerusform>%1 podrá leer %n documentos hasta el %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the documents; nothing is shared (Esc)</source>
        <translation>Volver a los documentos; no se comparte nada (Esc)</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>Un día</translation>
    </message>
    <message>
        <source>A week</source>
        <translation>Una semana</translation>
    </message>
    <message>
        <source>A month</source>
        <translation>Un mes</translation>
    </message>
    <message>
        <source>Three months</source>
        <translation>Tres meses</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>Un año</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>Por cuánto tiempo</translation>
    </message>
    <message>
        <source>Found: %1 – if this is another person, look at the number again</source>
        <translation>Se encontró a %1 – si es otra persona, revise el número</translation>
    </message>
    <message>
        <source>Code of your key and the other&apos;s: %1</source>
        <translation>Código de su llave y la del otro: %1</translation>
    </message>
    <message>
        <source>Sealed documents are shared with persons and companies that have a folder, not with entities: an entity reads at your operator.</source>
        <translation>Lo sellado se comparte con personas y empresas que tienen carpeta, no con entidades: una entidad lee en su operador.</translation>
    </message>
    <message>
        <source>We read the same code</source>
        <translation>Leímos el mismo código</translation>
    </message>
    <message>
        <source>End to end: your operator passes on what it cannot open, and is not told what these documents are nor what for. Whoever has opened a document keeps it.</source>
        <translation>De extremo a extremo: su operador entrega lo que no puede abrir, y no se le dice qué documentos son ni para qué. Quien ya abrió un documento lo conserva.</translation>
    </message>
    <message>
        <source>The number is looked for as it is, in your operator&apos;s directory. Nothing is shared by looking.</source>
        <translation>Se busca el número exacto en el directorio de su operador. Por buscar no se comparte nada.</translation>
    </message>
    <message>
        <source>Share once more</source>
        <translation>Compartir otra vez</translation>
    </message>
    <message>
        <source>It is still waited for. Whose number it is cannot be seen until it does, and nothing is shared.</source>
        <translation>Se sigue esperando. Mientras no responda no se puede ver de quién es ese número, y no se comparte nada.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>Your operator does not answer.</source>
        <translation>Su operador no responde.</translation>
    </message>
    <message>
        <source>You share one of these with %1 already, since %2. Once more?</source>
        <translation>Desde el %2, usted ya comparte uno de estos con %1. ¿Otra vez?</translation>
    </message>
</context>
<context>
    <name>SharedWith</name>
    <message>
        <source>%1 took it on %2</source>
        <translation>%1 lo recibió el %2</translation>
    </message>
</context>
<context>
    <name>ShareNeeds</name>
    <message>
        <source>%1 shares documents with you</source>
        <translation>%1 le comparte documentos</translation>
    </message>
    <message>
        <source>What you wanted to share was not shared</source>
        <translation>No se compartió lo que usted quería compartir</translation>
    </message>
    <message>
        <source>What for: %1. You can answer until %2.</source>
        <translation>Para qué: %1. Puede responder hasta el %2.</translation>
    </message>
    <message>
        <source>See it</source>
        <translation>Verlo</translation>
    </message>
    <message>
        <source>Another key for %1</source>
        <translation>Otra llave de %1</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Responder</translation>
    </message>
    <message>
        <source>%1 asks you to erase copies</source>
        <translation>%1 le pide borrar copias</translation>
    </message>
</context>
<context>
    <name>carriel::desktop::ShareNotices</name>
    <message>
        <source>Carriel</source>
        <translation>Carriel</translation>
    </message>
    <message numerus="yes">
        <source>Documents were shared with you %n time(s)</source>
        <translation>
            <numerusform>Le compartieron documentos</numerusform>
            <numerusform>Le compartieron documentos %n veces</numerusform>
        </translation>
    </message>
    <message>
        <source>Documents that you share were read</source>
        <translation>Leyeron documentos que usted comparte</translation>
    </message>
    <message>
        <source>What you wanted to share came back to you: nothing was shared</source>
        <translation>Lo que usted quería compartir volvió a usted: no se compartió nada</translation>
    </message>
</context>
<context>
    <name>carriel::ui::PreviewBox</name>
    <message>
        <source>Preview of the first page</source>
        <translation>Vista de la primera página</translation>
    </message>
    <message>
        <source>There is no preview while the document is not on this computer.</source>
        <translation>No hay vista previa mientras el documento no esté en este equipo.</translation>
    </message>
    <message>
        <source>There is no preview: the file is empty.</source>
        <translation>No hay vista previa: el archivo está vacío.</translation>
    </message>
    <message>
        <source>There is no preview of files of this kind. “Open with another program” shows it.</source>
        <translation>No hay vista previa de archivos de este tipo. «Abrir con otro programa» lo muestra.</translation>
    </message>
    <message>
        <source>There is no preview: the file is too large for it. “Open” shows it.</source>
        <translation>No hay vista previa: el archivo es demasiado grande para ella. «Abrir» lo muestra.</translation>
    </message>
    <message>
        <source>There is no preview: making it takes too long. “Open” shows it.</source>
        <translation>No hay vista previa: hacerla tarda demasiado. «Abrir» lo muestra.</translation>
    </message>
    <message>
        <source>There is no preview: this PDF is damaged, or is not a PDF.</source>
        <translation>No hay vista previa: este PDF está dañado o no es un PDF.</translation>
    </message>
    <message>
        <source>There is no preview: this picture is damaged, or is not one.</source>
        <translation>No hay vista previa: esta imagen está dañada o no es una imagen.</translation>
    </message>
    <message>
        <source>There is no preview: the document could not be read.</source>
        <translation>No hay vista previa: el documento no se pudo leer.</translation>
    </message>
    <message>
        <source>There is no preview: the document is protected with a password. “Open” asks for it.</source>
        <translation>No hay vista previa: el documento está protegido con contraseña. «Abrir» se la pide.</translation>
    </message>
    <message>
        <source>There is no preview: the content on this computer is damaged.</source>
        <translation>No hay vista previa: el contenido en este equipo está dañado.</translation>
    </message>
</context>
<context>
    <name>carriel::ui::QuickSearches</name>
    <message>
        <source>Saved searches</source>
        <translation>Búsquedas guardadas</translation>
    </message>
</context>
<context>
    <name>ComputerWords</name>
    <message>
        <source>%1 (another one of the same name as this)</source>
        <translation>%1 (otro, con el mismo nombre que este)</translation>
    </message>
</context>
<context>
    <name>UsualTerm</name>
    <message>
        <source>If you open it today: by the general rule until %1; the act may give less (informative)</source>
        <translation>Si la abre hoy: por regla general hasta el %1; el acto puede dar menos (informativo)</translation>
    </message>
    <message>
        <source>Read it here to know until when you can answer: by the general rule until %1, and the act may give less (informative)</source>
        <translation>Léala aquí para saber hasta cuándo puede responder: por regla general hasta el %1, y el acto puede dar menos (informativo)</translation>
    </message>
    <message>
        <source>Read it here to know until when you could answer: by the general rule it was %1, and the act may say otherwise (informative)</source>
        <translation>Léala aquí para saber hasta cuándo podía responder: por regla general era el %1, y el acto puede decir otra cosa (informativo)</translation>
    </message>
    <message>
        <source>Its term runs from %1; the act says until when (informative)</source>
        <translation>Su término corre desde el %1; el acto dice hasta cuándo (informativo)</translation>
    </message>
    <message>
        <source>Read it here to know until when you can answer: the act says it</source>
        <translation>Léala aquí para saber hasta cuándo puede responder: lo dice el acto</translation>
    </message>
    <message>
        <source>Last day by the general rule; the act may give less</source>
        <translation>Último día por regla general; el acto puede dar menos</translation>
    </message>
    <message>
        <source>The entity writes a day after the end of the term that is counted here. Answer by %1, or ask the entity (informative).</source>
        <translation>La entidad pone una fecha posterior al término que aquí se cuenta. Responda a más tardar el %1, o pregúntele a la entidad (informativo).</translation>
    </message>
    <message>
        <source>It cannot be opened here any more, and its term may be running all the same, from %1: ask the entity (informative)</source>
        <translation>Ya no se puede abrir aquí, y aun así su término puede estar corriendo, desde el %1: pregúntele a la entidad (informativo)</translation>
    </message>
    <message>
        <source>By the general rule until %1 (%2); the act may give less</source>
        <translation>Por regla general hasta el %1 (%2); el acto puede dar menos</translation>
    </message>
    <message>
        <source>The entity notifies you by another means, such as a letter: the term starts there</source>
        <translation>La entidad lo notifica por otro medio, como una carta: el término empieza con esa notificación</translation>
    </message>
</context>
<context>
    <name>carriel::ui::settings::SealedCard</name>
    <message>
        <source>Give them up and make a new key</source>
        <translation>Renunciar a ellos y hacer una llave nueva</translation>
    </message>
    <message>
        <source>I have none of them any more</source>
        <translation>Ya no tengo ninguno de ellos</translation>
    </message>
    <message>
        <source>On “%1”, open Settings › Operator › Sealed documents and press “Get the key from another computer”. Waiting for it…</source>
        <translation>En «%1», abra Ajustes › Operador › Documentos sellados y presione «Pedirle la llave a otro computador». Esperándolo…</translation>
    </message>
    <message>
        <source>“%1” has your key now.</source>
        <translation>«%1» ya tiene su llave.</translation>
    </message>
    <message>
        <source>No key was given.</source>
        <translation>No se entregó ninguna llave.</translation>
    </message>
    <message>
        <source>Another of your computers made a new key, without the one of this computer. If that was you, get the new key from it. If it was not you, somebody who can log in as you did it: remove that computer above.</source>
        <translation>Otro de sus computadores hizo una llave nueva sin la de este. Si fue usted, pídale la llave nueva. Si no fue usted, lo hizo alguien que puede ingresar a su nombre: retire ese computador arriba.</translation>
    </message>
    <message>
        <source>Both computers must show the same six digits. Compare them with your own eyes: if they differ, somebody stands between the two.</source>
        <translation>Los dos computadores deben mostrar los mismos seis dígitos. Compárelos con sus propios ojos: si son distintos, hay alguien entre los dos.</translation>
    </message>
    <message>
        <source>Sealed documents open on this computer now.</source>
        <translation>Los documentos sellados ya se abren en este computador.</translation>
    </message>
    <message>
        <source>This computer does not have your key. Sealed documents are listed without their names and do not open until another of your computers gives it.</source>
        <translation>Este computador no tiene su llave. Los documentos sellados aparecen sin nombre y no se abren hasta que otro de sus computadores se la dé.</translation>
    </message>
    <message>
        <source>This computer has your key: what is sealed opens here.</source>
        <translation>Este computador tiene su llave: aquí se abre lo sellado.</translation>
    </message>
    <message>
        <source>Give the key to %1</source>
        <translation>Darle la llave a %1</translation>
    </message>
    <message>
        <source>Get the key from another computer</source>
        <translation>Pedirle la llave a otro computador</translation>
    </message>
    <message>
        <source>Use the recovery code of another computer</source>
        <translation>Usar el código de recuperación de otro computador</translation>
    </message>
    <message>
        <source>On a computer that has your key, open Settings › Operator › Sealed documents and press “Give it the key” beside the name of this computer. Waiting for it…</source>
        <translation>En un computador que tenga su llave, abra Ajustes › Operador › Documentos sellados y presione «Darle la llave» junto al nombre de este computador. Esperándolo…</translation>
    </message>
    <message>
        <source>Use this code</source>
        <translation>Usar este código</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Begin again on both computers. If the digits differ again, do not go on: use the recovery code.</source>
        <translation>Empiece de nuevo en los dos computadores. Si los dígitos vuelven a ser distintos, no siga: use el código de recuperación.</translation>
    </message>
    <message>
        <source>They are the same</source>
        <translation>Son iguales</translation>
    </message>
    <message>
        <source>Your operator names another key than the one of this computer.</source>
        <translation>Su operador nombra una llave distinta de la de este computador.</translation>
    </message>
    <message>
        <source>Now say on the other computer that the digits are the same. Waiting for the key…</source>
        <translation>Ahora diga en el otro computador que los dígitos son iguales. Esperando la llave…</translation>
    </message>
    <message>
        <source>Give it the key</source>
        <translation>Darle la llave</translation>
    </message>
    <message>
        <source>Your operator keeps no keys for this, so documents cannot be sealed.</source>
        <translation>Su operador no guarda llaves para esto; por eso no se pueden sellar documentos.</translation>
    </message>
    <message>
        <source>Recovery code of a computer that has the key</source>
        <translation>Código de recuperación de un computador que tiene la llave</translation>
    </message>
    <message>
        <source>Say there, too, that the digits are the same.</source>
        <translation>Diga también allá que los dígitos son iguales.</translation>
    </message>
    <message>
        <source>Without a computer or a recovery code that has your key, nobody can open what was sealed with it: not your operator, and not this program. Those documents stay in your folder, closed, until you delete them. A new key is for what you seal from now on. Your other computers are told.</source>
        <translation>Sin un computador o un código de recuperación que tenga su llave, nadie puede abrir lo que se selló con ella: ni su operador ni este programa. Esos documentos quedan en su carpeta, cerrados, hasta que usted los elimine. La llave nueva es para lo que usted selle de ahora en adelante. Sus otros computadores se lo avisan.</translation>
    </message>
    <message>
        <source>There is a new key.</source>
        <translation>Hay una llave nueva.</translation>
    </message>
    <message>
        <source>They differ</source>
        <translation>Son distintos</translation>
    </message>
    <message>
        <source>What you seal from now on opens on this computer.</source>
        <translation>Lo que usted selle de ahora en adelante se abre en este computador.</translation>
    </message>
    <message>
        <source>Nothing new is sealed here and no other computer is given the key until that is explained. What you sealed before still opens. Ask your operator.</source>
        <translation>Mientras eso no se aclare, aquí no se sella nada nuevo ni se le da la llave a otro computador. Lo que usted selló antes se sigue abriendo. Pregúntele a su operador.</translation>
    </message>
</context>
<context>
    <name>carriel::ui::SealDialog</name>
    <message>
        <source>Only your computers can open them. They are encrypted here, with their names, before anything is sent: your operator keeps them and cannot read them.</source>
        <translation>Solo sus computadores pueden abrirlos. Se cifran aquí, con sus nombres, antes de enviar nada: su operador los guarda y no puede leerlos.</translation>
    </message>
    <message>
        <source>Seal and add</source>
        <translation>Sellar y agregar</translation>
    </message>
    <message numerus="yes">
        <source>%n documents</source>
        <translation>
            <numerusform>%n documento</numerusform>
            <numerusform>%n documentos</numerusform>
        </translation>
    </message>
    <message>
        <source>If you lose all your computers and the recovery codes, nobody can open them: not your operator, and not us.</source>
        <translation>Si usted pierde todos sus computadores y los códigos de recuperación, nadie podrá abrirlos: ni su operador ni nosotros.</translation>
    </message>
    <message>
        <source>What is sealed can be shared with a person, end to end, and not be given to an entity. What is sealed stays sealed.</source>
        <translation>Lo sellado se puede compartir con una persona, de extremo a extremo, y no aportar a una entidad. Lo sellado queda sellado.</translation>
    </message>
    <message numerus="yes">
        <source>%n folders</source>
        <translation>
            <numerusform>%n carpeta</numerusform>
            <numerusform>%n carpetas</numerusform>
        </translation>
    </message>
    <message>
        <source>The folders themselves are not sealed: your operator reads how they are called and how many documents lie in each.</source>
        <translation>Las carpetas mismas no se sellan: su operador lee cómo se llaman y cuántos documentos hay en cada una.</translation>
    </message>
    <message>
        <source>There are more than 100,000; the rest will be left out.</source>
        <translation>Hay más de 100.000; los demás quedarán por fuera.</translation>
    </message>
    <message>
        <source>%1: %2 in %3, %4</source>
        <translation>%1: %2 en %3, %4</translation>
    </message>
</context>
<context>
    <name>OwnStamp</name>
    <message>
        <source>The file has no time stamp of its own: your time-stamping authority did not answer. What is in it proves itself; save it again later to have one.</source>
        <translation>El archivo no tiene estampa de tiempo propia: su autoridad de estampado no respondió. Lo que lleva se prueba por sí mismo; guárdelo otra vez más tarde para que la tenga.</translation>
    </message>
    <message>
        <source>The file has no time stamp of its own: no time-stamping authority is chosen in your settings. What is in it proves itself.</source>
        <translation>El archivo no tiene estampa de tiempo propia: en sus ajustes no hay una autoridad de estampado. Lo que lleva se prueba por sí mismo.</translation>
    </message>
</context>
<context>
    <name>SigningNeeds</name>
    <message>
        <source>They are signed. What is missing is asked for again by itself.</source>
        <translation>Ya están firmados. Lo que falta se pide de nuevo sin que usted haga nada.</translation>
    </message>
    <message>
        <source>The program ended, or the key was closed, before they were signed.</source>
        <translation>El programa terminó, o la llave se cerró, antes de firmarlos.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) could not be signed</source>
        <translation>
            <numerusform>%n documento no se pudo firmar</numerusform>
            <numerusform>%n documentos no se pudieron firmar</numerusform>
        </translation>
    </message>
    <message>
        <source>See them</source>
        <translation>Verlos</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) wait for your key to be signed</source>
        <translation>
            <numerusform>%n documento espera su llave para firmarse</numerusform>
            <numerusform>%n documentos esperan su llave para firmarse</numerusform>
        </translation>
    </message>
    <message>
        <source>Why stands beside each. They were not changed.</source>
        <translation>El motivo está al lado de cada uno. No se cambiaron.</translation>
    </message>
    <message numerus="yes">
        <source>%n signed document(s) wait for their timestamp or proofs</source>
        <translation>
            <numerusform>%n documento firmado espera su estampa cronológica o sus pruebas</numerusform>
            <numerusform>%n documentos firmados esperan su estampa cronológica o sus pruebas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnchorWords</name>
    <message>
        <source>Its signatures are firma electrónica.</source>
        <translation>Sus firmas son firma electrónica.</translation>
    </message>
    <message>
        <source>The list calls it accredited (%1).</source>
        <translation>La lista dice que está acreditada (%1).</translation>
    </message>
    <message>
        <source>Ended on %1.</source>
        <translation>Venció el %1.</translation>
    </message>
    <message>
        <source>Comes with Carriel.</source>
        <translation>Viene con Carriel.</translation>
    </message>
    <message>
        <source>Imported by you.</source>
        <translation>Importada por usted.</translation>
    </message>
    <message>
        <source>Ends soon, on %1.</source>
        <translation>Vence pronto, el %1.</translation>
    </message>
    <message>
        <source>You do not trust it yet.</source>
        <translation>Todavía no confía en ella.</translation>
    </message>
    <message>
        <source>Accredited, says %1: its signatures are firma digital.</source>
        <translation>Acreditada, según %1: sus firmas son firma digital.</translation>
    </message>
    <message>
        <source>Valid until %1.</source>
        <translation>Vigente hasta el %1.</translation>
    </message>
    <message>
        <source>An authority that this computer trusts confirms it.</source>
        <translation>Lo confirma una autoridad en la que este equipo confía.</translation>
    </message>
    <message>
        <source>Its list ended on %1: it is not used since. Import the list that is in force.</source>
        <translation>Su lista venció el %1: desde entonces no se usa. Importe la lista vigente.</translation>
    </message>
    <message>
        <source>Nobody confirms it: compare its fingerprint with the one that its publisher gave you. SHA-256 %1</source>
        <translation>Nadie lo confirma: compare su huella con la que le dio quien la publica. SHA-256 %1</translation>
    </message>
    <message>
        <source>Its list holds until %1.</source>
        <translation>Su lista rige hasta el %1.</translation>
    </message>
    <message>
        <source>The list does not say until when it holds, so whom it calls accredited does not count.</source>
        <translation>La lista no dice hasta cuándo rige, así que lo que dice de quién está acreditada no cuenta.</translation>
    </message>
    <message>
        <source>The list was signed with the certificate of %1.</source>
        <translation>La lista se firmó con el certificado de %1.</translation>
    </message>
    <message>
        <source>Nobody signed the list, so whom it calls accredited does not count.</source>
        <translation>Nadie firmó la lista, así que lo que dice de quién está acreditada no cuenta.</translation>
    </message>
</context>
<context>
    <name>carriel::ui::PasswordAsk</name>
    <message>
        <source>Open it</source>
        <translation>Abrirlo</translation>
    </message>
    <message>
        <source>Password of the PDF</source>
        <translation>Contraseña del PDF</translation>
    </message>
</context>
<context>
    <name>carriel::ui::ParcelPage</name>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>They go into one file, encrypted on this computer, that opens with a code. No operator has a part in it. Whoever has the file and the code can read it for ever: nobody can take it back, and it does not prove who it is from.</source>
        <translation>Van en un solo archivo, cifrado en este computador, que se abre con un código. Ningún operador interviene. Quien tenga el archivo y el código podrá leerlo siempre: nadie puede recogerlo, y no prueba de quién viene.</translation>
    </message>
    <message>
        <source>The file is ready: %1</source>
        <translation>El archivo está listo: %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>A message, if you like</source>
        <translation>Un mensaje, si quiere</translation>
    </message>
    <message>
        <source>Its code is kept nowhere: write it down, and tell it by another way than the file goes. In Carriel, the file is opened from Shared, With me.</source>
        <translation>El código no se guarda en ninguna parte: anótelo y dígalo por otro medio que el del archivo. En Carriel, el archivo se abre desde Compartido, Conmigo.</translation>
    </message>
    <message>
        <source>Code of the file: %1</source>
        <translation>Código del archivo: %1</translation>
    </message>
    <message>
        <source>Encrypted file for somebody</source>
        <translation>Archivo cifrado para alguien</translation>
    </message>
    <message>
        <source>Save the encrypted file…</source>
        <translation>Guardar el archivo cifrado…</translation>
    </message>
    <message>
        <source>Save the encrypted file</source>
        <translation>Guardar el archivo cifrado</translation>
    </message>
    <message>
        <source>Back to the documents (Esc)</source>
        <translation>Volver a los documentos (Esc)</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Mostrar la carpeta</translation>
    </message>
    <message>
        <source>Encrypted file (*.carpeta)</source>
        <translation>Archivo cifrado (*.carpeta)</translation>
    </message>
</context>
<context>
    <name>KeyNeeds</name>
    <message>
        <source>See it</source>
        <translation>Ver</translation>
    </message>
    <message>
        <source>That happens when a computer is removed from your folder. If you removed none, look at your computers.</source>
        <translation>Eso pasa cuando se quita un computador de su carpeta. Si usted no quitó ninguno, revise sus computadores.</translation>
    </message>
    <message>
        <source>If that was you, get the new key from it. If it was not, somebody who can log in as you did it: remove that computer.</source>
        <translation>Si fue usted, pídale la llave nueva. Si no fue usted, lo hizo alguien que puede ingresar en su nombre: quite ese computador.</translation>
    </message>
    <message>
        <source>Your new key is not confirmed</source>
        <translation>Su llave nueva no está confirmada</translation>
    </message>
    <message>
        <source>It was me</source>
        <translation>Fui yo</translation>
    </message>
    <message>
        <source>Whoever shares sealed documents with you is stopped until he has compared a code with you. Confirmed, he sees that the key is yours.</source>
        <translation>Quien le comparte documentos sellados queda detenido hasta comparar un código con usted. Si la confirma, verá que la llave es suya.</translation>
    </message>
    <message>
        <source>See my computers</source>
        <translation>Ver mis computadores</translation>
    </message>
    <message>
        <source>Your new key waits until you prove who you are</source>
        <translation>Su llave nueva espera a que usted pruebe quién es</translation>
    </message>
    <message>
        <source>Your operator names another key for you than the one of this computer</source>
        <translation>Su operador muestra para usted otra llave que la de este computador</translation>
    </message>
    <message>
        <source>You removed a computer. Until then, what you seal could still be opened with what it had.</source>
        <translation>Usted quitó un computador. Mientras tanto, lo que selle todavía podría abrirse con lo que él tenía.</translation>
    </message>
    <message>
        <source>Confirm it</source>
        <translation>Confirmarla</translation>
    </message>
    <message>
        <source>Another of your computers made a new key for what you seal from now on</source>
        <translation>Otro de sus computadores hizo una llave nueva para lo que selle de ahora en adelante</translation>
    </message>
    <message>
        <source>Another of your computers began a new key without this one</source>
        <translation>Otro de sus computadores empezó una llave nueva sin este</translation>
    </message>
    <message>
        <source>Nothing new is sealed here until that is explained. What you sealed before still opens.</source>
        <translation>Aquí no se sella nada nuevo hasta que eso se aclare. Lo que selló antes se sigue abriendo.</translation>
    </message>
</context>
<context>
    <name>carriel::ui::OpenParcelPage</name>
    <message>
        <source>Code of the file</source>
        <translation>Código del archivo</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copies are in your folder</source>
        <translation>
            <numerusform>%n copia está en su carpeta</numerusform>
            <numerusform>%n copias están en su carpeta</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a folder for the copies</source>
        <translation>Elija una carpeta para las copias</translation>
    </message>
    <message>
        <source>Somebody gave you a file that ends in .carpeta, and told you its code by another way. No operator has a part in it, and the file does not prove who it is from.</source>
        <translation>Alguien le dio un archivo que termina en .carpeta y le dijo su código por otro medio. Ningún operador interviene, y el archivo no prueba de quién viene.</translation>
    </message>
    <message>
        <source>Open an encrypted file</source>
        <translation>Abrir un archivo cifrado</translation>
    </message>
    <message>
        <source>From the encrypted file “%1”. Nobody proves who made it.</source>
        <translation>Del archivo cifrado «%1». Nada prueba quién lo hizo.</translation>
    </message>
    <message>
        <source>Encrypted file (*.carpeta);;Any file (*)</source>
        <translation>Archivo cifrado (*.carpeta);;Cualquier archivo (*)</translation>
    </message>
    <message>
        <source>Choose the encrypted file</source>
        <translation>Elija el archivo cifrado</translation>
    </message>
    <message>
        <source>Keep sealed copies in my folder</source>
        <translation>Guardar copias selladas en mi carpeta</translation>
    </message>
    <message numerus="yes">
        <source>%n copies saved</source>
        <translation>
            <numerusform>%n copia guardada</numerusform>
            <numerusform>%n copias guardadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Save them on this computer…</source>
        <translation>Guardarlos en este computador…</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Mostrar la carpeta</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Abrirlo</translation>
    </message>
    <message>
        <source>See them</source>
        <translation>Verlas</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>Elegir el archivo…</translation>
    </message>
    <message>
        <source>Back to what is shared (Esc)</source>
        <translation>Volver a lo compartido (Esc)</translation>
    </message>
</context>
<context>
    <name>carriel::ui::ClosedPdf</name>
    <message>
        <source>This is not the password of this PDF.</source>
        <translation>Esa no es la contraseña de este PDF.</translation>
    </message>
    <message>
        <source>It serves to show the document now, and is not kept.</source>
        <translation>Sirve para mostrar el documento ahora y no se guarda.</translation>
    </message>
    <message>
        <source>This PDF opens with its password</source>
        <translation>Este PDF se abre con su contraseña</translation>
    </message>
</context>
<context>
    <name>EvidenceAdvice</name>
    <message>
        <source>The operator&apos;s time stamp over the opening has not come yet; as a rule it takes minutes. Without it the file does not prove everything: synchronise later and save it again.</source>
        <translation>La estampa cronológica del operador sobre la apertura todavía no ha llegado; por lo general tarda minutos. Sin ella el archivo no lo prueba todo: sincronice más tarde y guárdelo otra vez.</translation>
    </message>
    <message>
        <source>If you trust it, name the certificate of the authority that issued its own.</source>
        <translation>Si usted confía en ella, indique el certificado de la autoridad que expidió el suyo.</translation>
    </message>
    <message>
        <source>It does not speak against the evidence: each statement in it is signed by itself. Whoever wants the whole protected too chooses a time-stamping authority in Settings and saves the evidence again.</source>
        <translation>No habla en contra de la evidencia: cada declaración que trae está firmada por aparte. Quien quiera proteger también el conjunto escoge una autoridad de estampado en Ajustes y guarda la evidencia otra vez.</translation>
    </message>
    <message>
        <source>Get the key that the operator publishes, by another way than this file, and name it.</source>
        <translation>Consiga por otro medio, y no de este archivo, la llave que publica el operador, e indíquela.</translation>
    </message>
    <message>
        <source>Read the notification on the computer that saves the evidence, and save it again.</source>
        <translation>Lea la notificación en el equipo que guarda la evidencia y guárdela otra vez.</translation>
    </message>
    <message>
        <source>The operator&apos;s stamp comes by itself, as a rule in minutes. Wait for it, synchronise, and save the evidence again.</source>
        <translation>La estampa del operador llega por sí sola, por lo general en minutos. Espérela, sincronice y guarde la evidencia otra vez.</translation>
    </message>
    <message>
        <source>It does not speak against the evidence. Whoever opened the notification can save the evidence again, from the computer that it was opened on, and then it may have it.</source>
        <translation>No habla en contra de la evidencia. Quien abrió la notificación puede guardar la evidencia otra vez, desde el equipo en que la abrió; es posible que así lo traiga.</translation>
    </message>
    <message>
        <source>It does not speak against the evidence, and who opened it is proven by the receipt too. To be sure of the login as well, get the keys that the identity provider publishes and name them when you check the file.</source>
        <translation>No habla en contra de la evidencia, y quién la abrió lo prueba también el acuse. Para estar seguro también del ingreso, consiga las llaves que publica el proveedor de identidad e indíquelas al comprobar el archivo.</translation>
    </message>
</context>
<context>
    <name>InsideWords</name>
    <message numerus="yes">
        <source>Inside, %n were changed here and elsewhere: say which one holds.</source>
        <translation>
            <numerusform>Dentro hay %n con dos versiones: diga cuál vale.</numerusform>
            <numerusform>Dentro hay %n con dos versiones: diga cuál vale en cada caso.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Inside, something keeps %n from reaching your operator.</source>
        <translation>
            <numerusform>Dentro hay %n que no llega a su operador por un problema. Está a salvo en este equipo.</numerusform>
            <numerusform>Dentro hay %n que no llegan a su operador por un problema. Están a salvo en este equipo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Inside, %n are on their way to this computer.</source>
        <translation>
            <numerusform>Dentro hay %n en camino a este equipo.</numerusform>
            <numerusform>Dentro hay %n en camino a este equipo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Inside, %n wait to go up to your operator. They are safe on this computer.</source>
        <translation>
            <numerusform>Dentro hay %n por subir a su operador. Está a salvo en este equipo.</numerusform>
            <numerusform>Dentro hay %n por subir a su operador. Están a salvo en este equipo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Inside, your operator no longer has %n; what is on this computer was kept.</source>
        <translation>
            <numerusform>Dentro hay %n que su operador ya no tiene; lo que está en este equipo se conservó.</numerusform>
            <numerusform>Dentro hay %n que su operador ya no tiene; lo que está en este equipo se conservó.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carriel::ui::DateField</name>
    <message>
        <source>No date is kept until you choose it.</source>
        <translation>No se guarda ninguna fecha hasta que usted la elija.</translation>
    </message>
</context>
<context>
    <name>carriel::ui::FindBar</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>The one before (Shift+Enter)</source>
        <translation>La anterior (Mayús+Entrar)</translation>
    </message>
    <message>
        <source>The next one (Enter)</source>
        <translation>La siguiente (Entrar)</translation>
    </message>
    <message>
        <source>It is not in this document.</source>
        <translation>No está en este documento.</translation>
    </message>
    <message>
        <source>Find in this document</source>
        <translation>Buscar en este documento</translation>
    </message>
    <message>
        <source>This document could not be looked through.</source>
        <translation>No se pudo buscar en este documento.</translation>
    </message>
    <message>
        <source>Stop looking (Esc)</source>
        <translation>Dejar de buscar (Esc)</translation>
    </message>
</context>
<context>
    <name>BindingDay</name>
    <message>
        <source>nobody works on that day</source>
        <translation>ese día no es hábil</translation>
    </message>
    <message>
        <source>Nobody works on that day: answer before it, or ask the entity.</source>
        <translation>Ese día no es hábil: responda antes, o pregúntele a la entidad.</translation>
    </message>
    <message>
        <source>The entity asks for an answer before, on %1, %2</source>
        <translation>La entidad pide responder antes, el %1, %2</translation>
    </message>
    <message>
        <source>The term ended on %1 (informative)</source>
        <translation>El término terminó el %1 (informativo)</translation>
    </message>
    <message>
        <source>The act sets a day, %1, %2: %3</source>
        <translation>El acto fija un día, el %1, %2: %3</translation>
    </message>
    <message>
        <source>Last day: %1, %2 (informative)</source>
        <translation>Último día: %1, %2 (informativo)</translation>
    </message>
    <message>
        <source>Last day that is counted: %1 (informative)</source>
        <translation>Último día que se cuenta: %1 (informativo)</translation>
    </message>
    <message>
        <source>Answer at once, or ask the entity.</source>
        <translation>Responda ya o pregúntele a la entidad.</translation>
    </message>
    <message>
        <source>The entity asks for an answer by %1, %2</source>
        <translation>La entidad pide responder a más tardar el %1, %2</translation>
    </message>
    <message>
        <source>The entity asked for an answer by %1, and that is over</source>
        <translation>La entidad pedía responder a más tardar el %1, y ese día ya pasó</translation>
    </message>
    <message>
        <source>The term that is counted here ended on %1 (informative): ask the entity whether its day holds.</source>
        <translation>El término que se cuenta aquí terminó el %1 (informativo): pregúntele a la entidad si su día vale.</translation>
    </message>
    <message>
        <source>Whoever counts every day has less time: do not wait for the last day</source>
        <translation>Si se cuentan todos los días, el término termina antes: no espere al último día</translation>
    </message>
    <message>
        <source>The act sets an earlier day, %1, %2: %3</source>
        <translation>El acto fija un día anterior, el %1, %2: %3</translation>
    </message>
    <message>
        <source>The entity asks for an answer before, by %1.</source>
        <translation>La entidad pide responder antes, a más tardar el %1.</translation>
    </message>
    <message>
        <source>Nobody works on that day: the general rule extends the term until %1</source>
        <translation>Ese día no es hábil: la regla general extiende el término hasta el %1</translation>
    </message>
</context>
<context>
    <name>carriel::ui::ScanPanel</name>
    <message numerus="yes">
        <source>Use what was scanned (%n page(s))</source>
        <translation>
            <numerusform>Usar lo escaneado (%n hoja)</numerusform>
            <numerusform>Usar lo escaneado (%n hojas)</numerusform>
        </translation>
    </message>
    <message>
        <source>No scanner was found. Is it on and connected? Or take a picture with your phone, bring it to this computer and choose “Add from this computer…”.</source>
        <translation>No se encontró ningún escáner. ¿Está encendido y conectado? También puede tomar una foto con el teléfono, pasarla a este equipo y elegir «Agregar de este equipo…».</translation>
    </message>
    <message>
        <source>The scanner gave no page.</source>
        <translation>El escáner no entregó ninguna hoja.</translation>
    </message>
    <message>
        <source>This is page %1. Is it whole and can it be read?</source>
        <translation>Esta es la hoja %1. ¿Está completa y se lee bien?</translation>
    </message>
    <message>
        <source>The scanner gave no page. It says: %1.</source>
        <translation>El escáner no entregó ninguna hoja. Dice: %1.</translation>
    </message>
    <message>
        <source>Scanning…</source>
        <translation>Escaneando…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Look for scanners again</source>
        <translation>Buscar escáneres otra vez</translation>
    </message>
    <message>
        <source>Scan this page</source>
        <translation>Escanear esta hoja</translation>
    </message>
    <message>
        <source>Looking for scanners…</source>
        <translation>Buscando escáneres…</translation>
    </message>
    <message>
        <source>Scan one more page</source>
        <translation>Escanear otra hoja</translation>
    </message>
    <message>
        <source>This computer cannot scan: the program scanimage is missing (package sane-utils of Debian). Or take a picture with your phone, bring it to this computer and choose “Add from this computer…”.</source>
        <translation>Este equipo no puede escanear: falta el programa scanimage (paquete sane-utils de Debian). También puede tomar una foto con el teléfono, pasarla a este equipo y elegir «Agregar de este equipo…».</translation>
    </message>
    <message>
        <source>Do not scan</source>
        <translation>No escanear</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Escáner</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Hoja %1</translation>
    </message>
    <message>
        <source>Put the paper into %1.</source>
        <translation>Ponga el papel en %1.</translation>
    </message>
</context>
</TS>
