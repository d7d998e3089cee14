@echo off
rem Finds a Java that is new enough and hands over to it.
setlocal EnableExtensions DisableDelayedExpansion
set "NEEDED=25"
set "FOUND="
set "FOUND_VERSION="
for %%I in ("%~dp0..") do set "APP=%%~fI"

if defined JAVA_HOME call :take "%JAVA_HOME%"
if not defined FOUND for /f "delims=" %%J in ('where java 2^>nul') do call :takeBinary "%%~J"
if not defined FOUND for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\Amazon Corretto\*" "%LOCALAPPDATA%\Programs\Eclipse Adoptium\*" "%USERPROFILE%\.jdks\*") do call :take "%%~D"
if not defined FOUND (
    echo signalbox needs Java %NEEDED% or newer: install a JDK %NEEDED%, for example Eclipse Temurin, or point JAVA_HOME at one. 1>&2
    exit /b 2
)

rem Quotes may not stand in the list of flags: the folder of the archive is quoted apart.
set "FLAGS=--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms64m -XX:-HeapDumpOnOutOfMemoryError -Xlog:disable -Xlog:all=error:stderr -Xlog:cds*=off:stderr -Xlog:aot*=off:stderr -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8"

rem A class archive makes the second start faster; Java writes it when the first one ends.
set "KIND=command"
if "%~1"=="" set "KIND=designer"
if "%~1"=="demo" set "KIND=demo"
if "%~1"=="serve" set "KIND=serve"
if "%~1"=="sandbox" set "KIND=sandbox"
rem Room for what an event makes, small headers of objects, a limit for what gets old; an end of memory ends the service, which is begun anew.
if "%KIND%"=="serve" set "FLAGS=%FLAGS% -XX:+UseCompactObjectHeaders -Xmn52m -XX:SurvivorRatio=2 -XX:TargetSurvivorRatio=90 -Xmx512m -XX:+ExitOnOutOfMemoryError"
set "CACHE=%LOCALAPPDATA%\signalbox"
if not exist "%CACHE%\" mkdir "%CACHE%" 2>nul
if not exist "%CACHE%\" goto plain
"%FOUND%\bin\java" %FLAGS% -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%CACHE%\${project.version}-%FOUND_VERSION%-%KIND%.jsa" %JAVA_OPTS% -cp "%APP%\lib\*;%APP%\lib\javafx\*" io.signalbox.app.Main %*
exit /b %ERRORLEVEL%

:plain
"%FOUND%\bin\java" %FLAGS% %JAVA_OPTS% -cp "%APP%\lib\*;%APP%\lib\javafx\*" io.signalbox.app.Main %*
exit /b %ERRORLEVEL%

:takeBinary
if defined FOUND exit /b 0
for %%B in ("%~dp1..") do call :take "%%~fB"
exit /b 0

rem Takes the Java in folder %1 if it is new enough; its "release" file tells without starting it.
:take
if defined FOUND exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "FOUND_VERSION="
for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "FOUND_VERSION=%%~V"
if not defined FOUND_VERSION exit /b 0
set "MAJOR="
for /f "delims=.-+" %%M in ("%FOUND_VERSION%") do set "MAJOR=%%M"
if not defined MAJOR exit /b 0
if %MAJOR% GEQ %NEEDED% set "FOUND=%~1"
exit /b 0
