<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_CO" sourcelanguage="en">
<context>
    <name>ErrorWords</name>
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
    <message numerus="yes">
        <source>%n document(s) with a problem</source>
        <translation>
            <numerusform>%n documento con problema</numerusform>
            <numerusform>%n documentos con problema</numerusform>
        </translation>
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
</context>
</TS>
